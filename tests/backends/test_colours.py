"""Colours that are made from a brand."""

from hypothesis import given
from hypothesis import strategies as st

from transformer.backends.django_micro.colours import measure_contrast, view_colours

BRANDS = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


@given(BRANDS)
def test_texts_can_be_read_whatever_the_brand(brand: str) -> None:
    colours = view_colours(brand)
    for ground in ("#ffffff", "#f6f7f9", "#eef1f4"):
        assert measure_contrast(colours.light_ink, ground) >= 4.5
    for ground in ("#14171c", "#1b1f26", "#262b33"):
        assert measure_contrast(colours.dark_ink, ground) >= 4.5
    for ground in (colours.brand, colours.strong):
        assert measure_contrast(colours.on_brand, ground) >= 4.5


def test_a_brand_that_can_be_read_stays_as_it_is() -> None:
    assert view_colours("#1f4a4e").light_ink == "#1f4a4e"
