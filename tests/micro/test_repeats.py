"""What is sent by several hands at once, or again: done once, on both databases."""

from collections.abc import Iterator

import pytest

from tests.micro.things import ask, build_things
from tests.postgres import find_command, serve_postgres
from tests.projects import BuiltProject

TOGETHER = """
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from django.db import connection, connections
HANDS = 8
def send(address, data):
    def once(client, together):
        try:
            together.wait()
            return client.post(address, data).status_code
        finally:
            connections.close_all()
    clients = [Client(HTTP_HOST="localhost", raise_request_exception=False) for _ in range(HANDS)]
    for client in clients:
        client.force_login(people.get())
    together = Barrier(HANDS)
    with ThreadPoolExecutor(HANDS) as pool:
        return sorted(pool.map(once, clients, [together] * HANDS))
def find_token(address):
    page = client.get(address).content.decode()
    [token] = re.findall('name="idempotency-key" value="([^"]+)"', page)
    return {"idempotency-key": token}
"""
FORM = """
data = {"room": "Cellar", **find_token("/shelves/new/")}
print(json.dumps([send("/shelves/new/", data), Shelf.objects.filter(room="Cellar").count()]))
"""
QUICK = """
data = {"quick-room": "Roof", **find_token("/shelves/?panel=add")}
print(json.dumps([send("/shelves/add/", data), Shelf.objects.filter(room="Roof").count()]))
"""
IMPORT = """
def upload(text):
    file = SimpleUploadedFile("shelves.csv", text.encode())
    page = client.post("/shelves/import/", {"file": file}).content.decode()
    return {"content": re.findall('name="content" value="([^"]+)"', page)[0]}
first, second = upload("room\\nHall\\n"), upload("room\\nHall\\n")
codes = send("/shelves/import/", first)
made = Shelf.objects.filter(room="Hall").count()
again = client.post("/shelves/import/", first, follow=True)
client.post("/shelves/import/", second)
print(json.dumps([codes, made, "imported already" in again.content.decode(),
    Shelf.objects.filter(room="Hall").count()]))
"""
RULES = """\
surface shelf_list "Shelves":
  uses entity Shelf
  mode: list
surface shelf_create "New shelf":
  uses entity Shelf
  mode: create
"""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> BuiltProject:
    """The project of things, with pages for shelves, of which several may be the same."""
    return build_things(tmp_path_factory.mktemp("repeats"), RULES)


@pytest.fixture(params=["sqlite", "postgres"], scope="module")
def database(request: pytest.FixtureRequest, built: BuiltProject) -> Iterator[dict[str, str]]:
    """The variables that name a database, which is migrated."""
    if request.param == "sqlite":
        yield {}
    elif not find_command("initdb"):
        pytest.skip("needs PostgreSQL")
    else:
        with serve_postgres() as address:
            variables = {"DATABASE_URL": address}
            assert built.manage("migrate", "-v0", **variables).returncode == 0
            yield variables


@pytest.mark.parametrize("script", [FORM, QUICK], ids=["form", "quick add"])
def test_a_form_makes_one_row(built: BuiltProject, database: dict[str, str], script: str) -> None:
    assert ask(built, TOGETHER + script, **database) == [[302] * 8, 1]


def test_a_preview_is_imported_once(built: BuiltProject, database: dict[str, str]) -> None:
    # The same file may be brought again, on purpose.
    assert ask(built, TOGETHER + IMPORT, **database) == [[302] * 8, 1, True, 2]
