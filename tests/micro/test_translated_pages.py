"""No page of an app in another language says anything in English but what its author wrote.

Each name and title of the project is a word with `zz` in it. What else two languages share is a
text that nobody translated.
"""

import json
import re
from pathlib import Path
from zoneinfo import available_timezones

import pytest

from tests.projects import ROOT, run_dazzle, run_python
from tools.catalogues import LANGUAGES

PROJECT = """\
app zz "Zz":
entity Zzitem:
  zzname: str(60) required unique "Zzname" help="Zzhelp"
  zzcode: str(9) regex("[a-z]+", message="Zzletters")
  zztext: text min(3) searchable
  zznumber: int min(2) max(7)
  zzfloat: float
  zzdecimal: decimal(6,2)
  zzmoney: money(EUR)
  zzdone: bool
  zzdue: date
  zztime: time
  zzmoment: datetime auto_add
  zzuuid: uuid
  zzemail: email
  zzurl: url
  zzslug: slug
  zzjson: json
  zzfile: file
  zzimage: image
  zzzone: timezone
  zzkind: enum[zza, zzb] required
  zzpart: ref Zzpart
  zzsecret: str sensitive
  zzboss: ref User
entity Zzpart:
  zzlabel: str required
  zzof: ref Zzitem cascade
  zzseen: date required
  parent: ref Zzpart "Zzparent"
surface zzitem_list "Zzlist":
  uses entity Zzitem
  mode: list
surface zzitem_view "Zzview":
  uses entity Zzitem
  mode: view
surface zzitem_create:
  uses entity Zzitem
  mode: create
surface zzitem_edit "Zzedit":
  uses entity Zzitem
  mode: edit
surface zzpage "Zzpage":
  uses entity Zzitem
  mode: custom
  section zzmain:
    field zzname
    field zzkind
@use crud_surface_set(entity_name=Zzpart, title_field=zzlabel)
"""
AUTHORED = re.compile(r"\w*zz\w*", re.IGNORECASE)
# Every value of a row has a number like this.
NUMBERED = re.compile(r"\d\d")
ZONES = available_timezones() | {zone.replace("_", " ") for zone in available_timezones()}
SETTINGS = """\
[project]
name = "zz"
[modules]
paths = ["."]
[app]
language = "{language}"
signup = true
[features]
pdf = true
import = true
"""
# What is the same in all of these languages, or in one of them; names and data.
SAME = {
    *("Esc", "Filter", "Id:", "Menu", "No", "CSV", "PDF", "Pages", "Text", "n", "null", "optional"),
    *("x", "y", "z", "create", "8\N{NO-BREAK SPACE}bytes"),
    *("tester", "python manage.py createsuperuser"),
}
# Of django-axes, in the admin; it speaks no Spanish.
SAME |= {"Axes", "Access attempts", "Access failures", "Access logs"}


def collect_texts(folder: Path, language: str) -> set[str]:
    """What the project's pages say when it was built in a language."""
    folder.mkdir()
    (folder / "app.dsl").write_text(PROJECT, encoding="utf-8")
    (folder / "dazzle.toml").write_text(SETTINGS.format(language=language), encoding="utf-8")
    done = run_dazzle(folder, "build", ".", "--output", "out")
    assert done.returncode == 0, done.stderr
    app = folder / "out/django_micro"
    done = run_python(app, "-m", "tests.micro.speech", PYTHONPATH=str(ROOT))
    assert done.returncode == 0, done.stderr
    texts = json.loads(done.stdout.splitlines()[-1])
    own = [text for text in texts if not NUMBERED.search(text) and text not in ZONES]
    return {AUTHORED.sub("", text).strip(" ·") for text in own}


@pytest.fixture(scope="module")
def english(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """What the pages say in English."""
    texts = collect_texts(tmp_path_factory.mktemp("speech") / "en", "en")
    assert len(texts) > 200
    return texts


@pytest.mark.parametrize("language", LANGUAGES)
def test_pages_are_translated(english: set[str], tmp_path: Path, language: str) -> None:
    texts = collect_texts(tmp_path / language, language)
    shared = {text for text in texts & english if re.search("[A-Za-z]", text)}
    assert sorted(shared - SAME) == []
