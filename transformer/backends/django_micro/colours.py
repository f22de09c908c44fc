"""An app's colours, worked out from its brand so that every text can be read on its ground."""

from colorsys import hls_to_rgb, rgb_to_hls
from dataclasses import dataclass

_READABLE = 4.5  # the contrast that WCAG 2.2 asks of a text, criterion 1.4.3
_STEP = 0.01

_Rgb = tuple[float, float, float]

# The grounds on which coloured texts stand in style.css, the least friendly of each theme.
_LIGHT_GROUND = "#eef1f4"
_DARK_GROUND = "#262b33"


@dataclass(frozen=True, slots=True)
class Colours:
    """The colours of a brand."""

    brand: str
    """A ground."""
    strong: str
    """The same under a pointer."""
    on_brand: str
    """A text on it, white or black."""
    light_ink: str
    """A text in the brand's colour on a light page."""
    dark_ink: str
    """The same on a dark page."""


def view_colours(brand: str) -> Colours:
    """Work out the colours that an app's design takes from its brand, as `#rrggbb`."""
    on_brand = _choose_text(brand)
    return Colours(
        brand=brand,
        strong=_shift(brand, -8 * _STEP if on_brand == "#ffffff" else 8 * _STEP),
        on_brand=on_brand,
        light_ink=_adjust(brand, _LIGHT_GROUND, -_STEP),
        dark_ink=_adjust(brand, _DARK_GROUND, _STEP),
    )


def measure_contrast(first: str, second: str) -> float:
    """Measure the contrast of two colours as WCAG 2.2 defines it, from 1 to 21.

    >>> measure_contrast("#000000", "#ffffff")
    21.0
    """
    dark, light = sorted((_measure_luminance(first), _measure_luminance(second)))
    return (light + 0.05) / (dark + 0.05)


def _measure_luminance(colour: str) -> float:
    parts = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in _read(colour))
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), parts, strict=True))


def _choose_text(ground: str) -> str:
    """Choose white where it can be read, else black; one of them always can."""
    return "#ffffff" if measure_contrast("#ffffff", ground) >= _READABLE else "#000000"


def _adjust(colour: str, ground: str, step: float) -> str:
    """Find the nearest shade that can be read on the ground."""
    while measure_contrast(colour, ground) < _READABLE:
        colour = _shift(colour, step)
    return colour


def _shift(colour: str, step: float) -> str:
    hue, lightness, saturation = rgb_to_hls(*_read(colour))
    return _write(hls_to_rgb(hue, min(max(lightness + step, 0), 1), saturation))


def _read(colour: str) -> _Rgb:
    red, green, blue = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    return red, green, blue


def _write(colour: _Rgb) -> str:
    return "#" + "".join(f"{round(part * 255):02x}" for part in colour)
