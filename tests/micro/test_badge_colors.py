"""The colours of badges: which values have which, and that all of them can be read."""

import re

import pytest

from tests.micro.things import ask, build_things
from tests.projects import ROOT, BuiltProject
from transformer.backends.django_micro.colours import measure_contrast

STYLE = (ROOT / "transformer/backends/django_micro/files/static/css/style.css").read_text("utf-8")


def read_variables(rule: str) -> dict[str, str]:
    """The colours that a rule of the style sheet sets."""
    body = STYLE.partition(rule)[2].partition("}")[0]
    return dict(re.findall(r"--([\w-]+): (#\w+);", body))


def read_tones() -> dict[str, tuple[str, str]]:
    """Tone → names of the colours of its text and of its ground."""
    found = re.findall(r"^\.tone-(\w+) \{(.*)\}$", STYLE, re.MULTILINE)
    assert len(found) == 4
    tones = {"plain": ("ink", "sunken")}
    for name, body in found:
        variables = dict(re.findall(r"--([\w-]+): var\(--([\w-]+)\);", body))
        tones[name] = (variables["bs-badge-color"], variables.get("badge-ground", "sunken"))
    return tones


def expand(colour: str) -> str:
    """A colour with two digits for each part."""
    return colour if len(colour) == 7 else "#" + "".join(2 * digit for digit in colour[1:])


@pytest.mark.parametrize("rule", ["\n:root {", '\n[data-bs-theme="dark"] {', "dark) {\n  :root {"])
def test_every_badge_can_be_read(rule: str) -> None:
    colours = {name: expand(colour) for name, colour in read_variables(rule).items()}
    for ink, ground in read_tones().values():
        # A pointer on the row turns a ground without a colour into that of the page.
        for each in (ground, "surface" if ground == "sunken" else ground):
            assert measure_contrast(colours[ink], colours[each]) >= 4.5, (rule, ink, each)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> BuiltProject:
    """The project of things, whose kinds are neither good nor bad."""
    return build_things(tmp_path_factory.mktemp("things"))


def test_badge_has_the_tone_of_its_value(built: BuiltProject) -> None:
    script = """
from pages.badge_colors import TONES
fill()
row = Item.objects.first()
def look():
    pages = [client.get(address).content.decode() for address in ("/items/", f"/items/{row.pk}/")]
    return [sorted(set(re.findall('class="badge (?:change )?(tone-[a-z]+)"', p))) for p in pages]
found = [look()]
TONES["part"] = TONES["tool"] = "warn"
from pages.templatetags.pages import tone
tone.cache_clear()
print(json.dumps([*found, look()]))
"""
    assert ask(built, script) == [[["tone-plain"]] * 2, [["tone-warn"]] * 2]
