"""Apps with an API pass the tests that they bring along, which notice what is turned round."""

from pathlib import Path

import pytest

from tests.api.conftest import build_with_api
from tests.long_runs import take_some
from tests.projects import FIXTURES, BuiltProject

RIGHTS = "api.tests.test_rights"


@pytest.mark.parametrize("name", ["tickets", "desk", pytest.param("club", marks=pytest.mark.long)])
def test_the_app_passes_its_own_tests(name: str, request: pytest.FixtureRequest) -> None:
    built: BuiltProject = request.getfixturevalue(name)
    done = built.manage("test", "api", "core.test_api")
    assert done.returncode == 0, done.stderr[-2000:]


@pytest.mark.long
@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("viewsets.py", "narrow(self.get_rows(), self.request.user, operation)", "self.get_rows()"),
        ("viewsets.py", "return policy.narrow(rows, self.request.user) if", "return rows if"),
        ("permissions.py", "return view.has_right(view.action, obj)", "return True"),
        ("viewsets.py", "return may(user, operation, self.model, row)", "return True"),
    ],
)
def test_rules_that_are_not_asked_are_noticed(
    file: str, old: str, new: str, desk: BuiltProject
) -> None:
    place = desk.folder / "api" / file
    text = place.read_text(encoding="utf-8")
    assert old in text
    place.write_text(text.replace(old, new), encoding="utf-8")
    try:
        done = desk.manage("test", RIGHTS)
    finally:
        place.write_text(text, encoding="utf-8")
    assert done.returncode == 1, done.stderr[-2000:]
    assert "core/test_matrix.py" in done.stderr


@pytest.mark.long
@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("authentication.py", "if token is None or not token.user.is_active", "if token is None"),
        ("authentication.py", "Token.objects.valid()", "Token.objects.all()"),
        ("models.py", "not self.limited_to or", "True or"),
        ("permissions.py", "is_reading or not token.is_read_only", "True"),
        (
            "tokens.py",
            "get_object_or_404(Token, pk=pk, user=request.user)",
            "Token.objects.get(pk=pk)",
        ),
    ],
)
def test_tokens_that_are_not_limited_are_noticed(
    file: str, old: str, new: str, tickets: BuiltProject
) -> None:
    place = tickets.folder / "api" / file
    text = place.read_text(encoding="utf-8")
    assert old in text
    place.write_text(text.replace(old, new), encoding="utf-8")
    try:
        done = tickets.manage("test", "api", "core.test_api")
    finally:
        place.write_text(text, encoding="utf-8")
    assert done.returncode == 1, done.stderr[-2000:]


# A project of one file has no settings that could ask for it.
EXAMPLES = [path.parent.name for path in sorted(FIXTURES.glob("*/dazzle.toml"))]


@pytest.mark.parametrize("name", take_some(EXAMPLES, 6))
def test_every_example_is_sound_with_an_api(name: str, tmp_path: Path) -> None:
    done = build_with_api(name, tmp_path).manage("check")
    assert done.returncode == 0, done.stderr[-2000:]
