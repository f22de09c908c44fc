"""An address of a list that says what makes no sense: it is told, and the rest counts."""

import pytest

from tests.micro.things import ask, build_things
from tests.projects import BuiltProject


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> BuiltProject:
    """The project of things."""
    return build_things(tmp_path_factory.mktemp("things"))


def test_what_makes_no_sense_is_told(built: BuiltProject) -> None:
    script = r"""
fill()
pages = [client.get(f"/items/{query}").content.decode() for query in
    ("?kind=nonsense&bought_from=never", "?kind=part", "?kind=", "")]
told = [re.findall(r"makes no sense: ([\w, ]+)", page) for page in pages]
print(json.dumps(told))
"""
    told = ask(built, script)
    assert told[1:] == [[], [], []]
    assert "Kind" in told[0][0] and "Bought" in told[0][0]
