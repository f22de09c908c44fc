"""A logo: a picture beside `dazzle.toml` that becomes part of the manifest."""

import re
from base64 import b64decode, b64encode
from binascii import Error
from pathlib import Path
from xml.etree.ElementTree import Element, ParseError

_LARGEST = 200_000  # bytes
_PNG = b"\x89PNG\r\n\x1a\n"
_SVG = "{http://www.w3.org/2000/svg}svg"
_ACTIVE = {"script", "foreignObject", "iframe", "object", "embed", "handler", "listener"}
_HARMLESS = re.compile(r"#|data:image/(png|jpeg|gif|webp);")


class LogoError(Exception):
    """Raised if a logo can't be used; the text says why."""


def read_logo(folder: Path, name: str) -> dict[str, str]:
    """Read a logo at a path from a project's folder, as the manifest has it.

    Raises LogoError if it can't be used.
    """
    path = folder / name
    try:
        is_inside = path.resolve().is_relative_to(folder.resolve())
        if is_inside and path.is_file() and path.stat().st_size <= _LARGEST:
            content = path.read_bytes()
        else:
            raise LogoError(_explain_absence(path, is_inside=is_inside))
    except OSError as error:
        raise LogoError(error.strerror or "it can't be read") from error
    logo = {"name": f"logo{path.suffix.lower()}", "data": b64encode(content).decode()}
    if reason := find_logo_fault(logo["name"], logo["data"]):
        raise LogoError(reason)
    return logo


def _explain_absence(path: Path, *, is_inside: bool) -> str:
    if not is_inside:
        return "it lies outside the project's folder"
    return f"it has more than {_LARGEST // 1000} kB" if path.is_file() else "there is no such file"


def find_logo_fault(name: str, data: str) -> str | None:
    """Find out why a logo of a manifest can't be used; None if it can."""
    try:
        content = b64decode(data, validate=True)
    except Error:
        return "its data is not Base64"
    if len(content) > _LARGEST:
        return f"it has more than {_LARGEST // 1000} kB"
    if name.endswith(".png"):
        return None if content.startswith(_PNG) else "it is not a PNG file"
    if not name.endswith(".svg"):
        return "its name ends neither in .svg nor in .png"
    return _find_svg_fault(content)


def _find_svg_fault(content: bytes) -> str | None:
    from defusedxml import DefusedXmlException  # slow to import, and few projects have a logo
    from defusedxml.ElementTree import fromstring

    try:
        root = fromstring(content)
    except DefusedXmlException:
        return "it defines or refers to XML entities"
    except (ParseError, LookupError, ValueError):
        return "it is not an SVG file"
    if root.tag != _SVG:
        return "it is not an SVG file"
    return "it has active content" if any(map(_is_active, root.iter())) else None


def _is_active(element: Element) -> bool:
    """Tell whether an element runs something or leads elsewhere."""
    if element.tag.rpartition("}")[2] in _ACTIVE:
        return True
    for key, value in element.attrib.items():
        name = key.rpartition("}")[2].lower()
        changed = value.strip().lower() if name == "attributename" else ""
        if name.startswith("on") or changed.startswith("on") or changed.endswith("href"):
            return True
        if name == "href" and not _HARMLESS.match(value.strip()):
            return True
    return False
