"""What protects records no more after a build, as `dazzle plan` says it."""

from pathlib import Path

import pytest

from tests.projects import run_dazzle

KEPT = """\
app club "Club"
entity Member:
  auth: identity
  email: email required unique
  role: enum[clerk, chief]=clerk
  club: ref Club
entity Club:
  name: str required
entity Claim:
  club: ref Club required
  note: str
  gone_at: datetime
  state: enum[asked, paid, closed]=asked
  tenant: club
  audit: all
  soft_delete: gone_at
  transitions:
    asked -> paid: role(chief)
    paid -> closed
    track: true
surface claim_list "Claims":
  uses entity Claim
  mode: list
  access: persona(chief)
"""
LOST = [
    ("  tenant: club\n", "", "Claim: tenant: club → nothing"),
    ("  audit: all\n", "  audit: [create]\n", "Claim: audit: create, update, delete → create"),
    ("  soft_delete: gone_at\n", "", "Claim: soft_delete: gone_at → nothing"),
    ("    track: true\n", "", "Claim: track: true → nothing"),
    (": role(chief)", "", "Claim: asked -> paid: role(chief) → allowed"),
    (": role(chief)", ": requires note", "Claim: asked -> paid: role(chief) → note is not null"),
    ("    paid -> closed\n", "", "Claim: paid -> closed: allowed → not allowed"),
    ("paid -> closed", "closed -> paid", "Claim: closed -> paid: not allowed → allowed"),
    ("(chief)\n", "(chief, clerk)\n", "claim_list: access: persona(chief) → persona(chief, clerk)"),
    ("  access: persona(chief)\n", "", "claim_list: access: persona(chief) → all who use the app"),
]


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with protection of each kind, that was built."""
    folder = tmp_path_factory.mktemp("kept")
    (folder / "app.dsl").write_text(KEPT, encoding="utf-8")
    (folder / "dazzle.toml").write_text('[project]\nname = "club"\n', encoding="utf-8")
    assert run_dazzle(folder, "build", "--output", "out").returncode == 0
    return folder


@pytest.mark.parametrize(("old", "new", "said"), LOST)
def test_plan_says_what_protects_no_more(kept: Path, old: str, new: str, said: str) -> None:
    start, _, end = KEPT.rpartition(old)
    (kept / "app.dsl").write_text(f"{start}{new}{end}", encoding="utf-8")
    lines = run_dazzle(kept, "plan", "--output", "out").stdout.splitlines()
    assert f"rights   {said}" in lines


@pytest.mark.parametrize(("signup", "word"), [("true", "waiting"), ('"open"', "open")])
def test_plan_says_who_may_sign_up_and_as_what(kept: Path, signup: str, word: str) -> None:
    (kept / "app.dsl").write_text(KEPT, encoding="utf-8")
    place = kept / "dazzle.toml"
    before = place.read_text(encoding="utf-8")
    place.write_text(f"{before}[app]\nsignup = {signup}\n", encoding="utf-8")
    said = run_dazzle(kept, "plan", "--output", "out").stdout
    place.write_text(before, encoding="utf-8")
    assert f"rights   sign-up: closed → {word}, as clerk" in said.splitlines()
