"""The catalogues of what emitted apps say: found by Django's makemessages, kept beside the kit.

`make catalogues` adds new messages to each `.po`, drops those that are gone, and compiles them.
GNU gettext has to be installed. What is empty or fuzzy afterwards waits for a translation.
"""

import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
BACKENDS = ROOT / "transformer/backends"
KEPT = BACKENDS / "django_micro/files/pages/locale"
LANGUAGES = ("de", "es", "fr")
# What the second has besides: more pages than fit the navigation, lists whose rows need a link.
# The third has rules, the last links of many on both sides.
EXAMPLES = ("support_tickets", "awkward_names", "repair_desk", "sports_club")
SETTINGS = """
[app]
signup = true
[features]
pdf = true
import = true
"""


class Part(NamedTuple):
    """A part of emitted apps with catalogues of its own: where these are kept, and of what."""

    kept: Path
    examples: tuple[str, ...]
    settings: str
    below: str
    """The folder of an app that is looked through."""


PAGES = Part(KEPT, EXAMPLES, SETTINGS, "")
# Most apps have no API, and nothing of what it says.
API = Part(
    BACKENDS / "django_rest/files/api/locale",
    ("repair_desk", "sports_club"),
    "\n[features]\napi = true\n",
    "api",
)
# Who wrote what and when is for git to know.
_HEADERS = re.compile(
    r'^"(Project-Id-Version|Report-Msgid-Bugs-To|POT-Creation-Date|PO-Revision-Date'
    r"|Last-Translator|Language-Team):.*\n",
    re.MULTILINE,
)
_COMMENTS = re.compile(r"\A(#.*\n)+")


def build_app(name: str, folder: Path, part: Part = PAGES) -> None:
    """An example's app with every feature on, in `folder`, without catalogues of its own."""
    project = folder / "project"
    shutil.copytree(ROOT / "fixtures" / name, project)
    with (project / "dazzle.toml").open("a", encoding="utf-8") as settings:
        settings.write(part.settings)
    dazzle = [sys.executable, "-m", "transformer", "build", project, "--output", folder]
    subprocess.run(dazzle, cwd=ROOT, check=True, capture_output=True)
    for each in (PAGES, API):
        relative = each.kept.relative_to(BACKENDS).parts[2:]
        shutil.rmtree(folder.joinpath("django_micro", *relative), ignore_errors=True)


def find_messages(folder: Path, part: Part = PAGES) -> Path:
    """The folder of the catalogues, brought up to date for apps that have everything."""
    for name in part.examples:
        build_app(name, folder / f"{name}-built", part)
        shutil.copytree(folder / f"{name}-built" / "django_micro" / part.below, folder / name)
        shutil.rmtree(folder / f"{name}-built")
    # Messages of all parts of an app go where no part has a folder of its own.
    found = folder / "locale"
    shutil.copytree(part.kept, found) if part.kept.is_dir() else found.mkdir()
    words = [word for language in LANGUAGES for word in ("-l", language)]
    options = ["--no-location", "--no-obsolete", "--ignore", "test*"]
    command = [sys.executable, "-m", "django", "makemessages", *words, *options]
    subprocess.run(command, cwd=folder, check=True, capture_output=True)
    for language in LANGUAGES:
        tidy_catalogue(found / language / "LC_MESSAGES/django.po", language)
    return found


def tidy_catalogue(file: Path, language: str) -> None:
    """Take out of a catalogue what changes without its messages changing."""
    text = _HEADERS.sub("", _COMMENTS.sub("", file.read_text(encoding="utf-8")))
    file.write_text(text.replace('"Language: \\n"', f'"Language: {language}\\n"'), encoding="utf-8")


def compile_catalogue(file: Path) -> bytes:
    """A catalogue as programs read it."""
    command = ["msgfmt", "--check", "-o", "-", file]
    return subprocess.run(command, check=True, capture_output=True).stdout


def main() -> None:
    """Bring the kept catalogues up to date."""
    for part in (PAGES, API):
        with tempfile.TemporaryDirectory() as name:
            keep_catalogues(find_messages(Path(name), part), part)


def keep_catalogues(found: Path, part: Part) -> None:
    """Keep what was found, compiled too."""
    for language in LANGUAGES:
        target = part.kept / language / "LC_MESSAGES"
        target.mkdir(parents=True, exist_ok=True)
        shutil.copy(found / language / "LC_MESSAGES/django.po", target)
        (target / "django.mo").write_bytes(compile_catalogue(target / "django.po"))


if __name__ == "__main__":
    main()
