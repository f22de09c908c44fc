"""What is sent at once or again is done once, and what a database refuses is told; on both."""

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
REFUSE = """
from django.db import DataError, IntegrityError
from django.db.models import signals
client.raise_request_exception = False
shelf = Shelf.objects.create(room="Hall")
item = Item.objects.create(code="1", name="One")
content = re.findall('name="content" value="([^"]+)"', upload("Code,Name\\n2,Two\\n"))[0]
def refuse(**kwargs):
    raise error
def send(address, data):
    page = client.post(address, data, follow=True)
    return [page.status_code, any(text in page.content.decode() for text in TEXTS)]
TEXTS = ("This clashes with something that is there already.", "This is more than can be kept.")
row = {"code": "3", "name": "Three", "count": 1, "noted_on": "2026-01-01", "in_use": "on"}
ways = {
    "create": ("/shelves/new/", {"room": "Cellar"}),
    "quick add": ("/shelves/add/", {"quick-room": "Cellar"}),
    "update": (f"/items/{item.pk}/edit/", row),
    "import": ("/items/import/", {"content": content}),
    "add in the admin": ("/admin/core/shelf/add/", {"room": "Cellar"}),
    "change in the admin": (f"/admin/core/shelf/{shelf.pk}/change/", {"room": "Cellar"}),
    "value": (f"/items/{item.pk}/set/kind/", {"kind": "part"}),
    "rows": ("/items/change/", {"row": item.pk, "confirmed": "1", "change-kind": "=part"}),
}
signals.pre_save.connect(refuse, sender=Item), signals.pre_save.connect(refuse, sender=Shelf)
found = {}
for error in (IntegrityError("a trigger"), DataError("too long")):
    found |= {f"{way}: {error}": send(*request) for way, request in ways.items()}
print(json.dumps([found, Shelf.objects.count(), Item.objects.get().name]))
"""
LOSE_TARGET = """
from threading import Thread
from django.db import connections
from django.db.models import signals
client.raise_request_exception = False
item = Item.objects.create(code="1", name="One")
shelf = box.shelf
def lose(**kwargs):
    def delete():
        Box.objects.all().delete()
        connections.close_all()
    thread = Thread(target=delete)
    thread.start()
    thread.join()
signals.pre_save.connect(lose, sender=Item)
text = "Code,Name,Box\\n1,One,{}\\n"
def refer(way):
    target = Box.objects.create(shelf=shelf)
    if way == "update":
        data = {"code": "1", "name": "One", "box": target.pk, "noted_on": "2026-01-01"}
        page = client.post(f"/items/{item.pk}/edit/", data)
    else:
        content = re.findall('name="content" value="([^"]+)"', upload(text.format(target.pk)))[0]
        page = client.post("/items/import/", {"content": content})
    return [page.status_code, "clashes with something" in page.content.decode()]
print(json.dumps([refer("update"), refer("import")]))
"""
CHANGE_MEANWHILE = """
from threading import Thread
from django.db import connection, connections, OperationalError
from django.db.models import signals
item = Item.objects.create(code="1", name="One", count=1)
page, outcomes = upload("Code,Name\\n1,Renamed\\n"), []
def change(**kwargs):
    def write():
        try:
            with connection.cursor() as cursor:
                if connection.vendor == "postgresql":
                    cursor.execute("SET lock_timeout = '200ms'")
                else:
                    cursor.execute("PRAGMA busy_timeout = 200")
                cursor.execute("UPDATE core_item SET name = 'Theirs'")
            outcomes.append("written")
        except OperationalError:
            outcomes.append("had to wait")
        connections.close_all()
    thread = Thread(target=write)
    thread.start()
    thread.join()
signals.pre_save.connect(change, sender=Item)
status = confirm(page)
item.refresh_from_db()
print(json.dumps([status, outcomes, item.name]))
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


def test_what_a_database_refuses_is_told(built: BuiltProject, database: dict[str, str]) -> None:
    found, shelves, name = ask(built, REFUSE, **database)
    told = {"import": 409}
    assert found == {way: [told.get(way.partition(":")[0], 200), True] for way in found}
    assert (shelves, name) == (2, "One")  # one is made by the script that comes first


def test_a_reference_that_somebody_deletes_is_told(
    built: BuiltProject, database: dict[str, str]
) -> None:
    if not database:
        pytest.skip("SQLite lets nobody write meanwhile")
    assert ask(built, LOSE_TARGET, **database) == [[200, True], [409, True]]


def test_an_import_locks_the_rows_that_it_changes(
    built: BuiltProject, database: dict[str, str]
) -> None:
    found = ask(built, CHANGE_MEANWHILE, **database)
    assert found == [302, ["had to wait"], "Renamed"]
