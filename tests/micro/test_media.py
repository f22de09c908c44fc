"""Uploaded files, from the form to whoever opens them; and the page for platforms."""

import pytest

from tests.micro.orders import ask, build_orders
from tests.projects import BuiltProject

SEND = """
from django.core.files.uploadedfile import SimpleUploadedFile
from pages.testing import PIXEL
ada = Customer.objects.create(name="Ada")
files = {
    "scan": SimpleUploadedFile("scan.html", b"<script>alert(1)</script>", "text/html"),
    "photo": SimpleUploadedFile("photo.gif", PIXEL, "image/gif"),
}
client.post("/orders/new/", {"number": "A", "customer": ada.pk, "status": "open", **files})
order = Order.objects.get()
page = read(order.get_absolute_url())
links = [file.url for file in (order.scan, order.photo)]
"""
COUNT_FILES = """
folder = Path(settings.MEDIA_ROOT)
def list_files():
    return sorted(path.name for path in folder.rglob("*") if path.is_file())
before = set(list_files())
def added():
    return len(set(list_files()) - before)
lee = Customer.objects.create(name="Lee")
new = {"scan": ContentFile(b"1", "one.txt"), "photo": SimpleUploadedFile("a.gif", PIXEL)}
Order.objects.create(number="B", customer=lee, status="open", **new)
counts = [added()]
other = Order.objects.get(number="B")
other.scan = ContentFile(b"2", "two.txt")
other.save(update_fields=["note"])
counts.append(added())
other.save()
counts.append(added())
other.photo = ""
other.save()
counts.append(added())
lee.delete()
counts.append(added())
print(json.dumps(counts))
"""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> BuiltProject:
    """The project of orders."""
    return build_orders(tmp_path_factory.mktemp("orders"))


def test_file_is_saved_and_picture_is_shown(built: BuiltProject) -> None:
    script = """
answers = [client.get(link) for link in links]
shown = [f'href="{links[0]}"' in page, f'src="{links[1]}"' in page]
said = [a["Content-Disposition"].partition(";")[0] for a in answers]
types = [a["X-Content-Type-Options"] for a in answers]
print(json.dumps([shown, said, types, b"".join(answers[0].streaming_content).decode()]))
"""
    shown, said, types, content = ask(built, SEND + script)
    assert shown == [True, True]
    assert said == ["attachment", "inline"]
    assert types == ["nosniff", "nosniff"]
    assert content == "<script>alert(1)</script>"


def test_files_are_as_private_as_pages(built: BuiltProject) -> None:
    script = """
stranger = Client(HTTP_HOST="localhost")
print(json.dumps([stranger.get(link)["Location"].partition("?")[0] for link in links]))
"""
    assert ask(built, SEND + script) == ["/sign-in/", "/sign-in/"]


HIDE = """
from records import querysets
from pages.testing import add_account, make_account
links.append(f"{settings.MEDIA_URL}nobody/has.txt")
Path(settings.MEDIA_ROOT, "nobody").mkdir(exist_ok=True)
Path(settings.MEDIA_ROOT, "nobody/has.txt").write_text("x")
def fetch(user):
    client.force_login(user)
    return [client.get(link).status_code for link in links]
member = add_account("member")
found = [fetch(member), fetch(make_account("looker", "view_order")),
    fetch(make_account("other", "view_customer", "change_order"))]
querysets.QuerySet.visible_to = lambda self, user: self.exclude(number="A")
found.append(fetch(member))
order.delete()
found.append(fetch(people.get(username="tester")))
people.exclude(username="tester").delete()
print(json.dumps(found))
"""


def test_files_are_for_those_who_may_see_their_rows(built: BuiltProject) -> None:
    # The scan is sensitive; what no row has is nobody's.
    assert ask(built, SEND + HIDE) == [
        [200, 200, 404],
        [404, 200, 404],
        [200, 404, 404],
        [404, 404, 404],
        [404, 404, 404],
    ]


def test_files_go_with_their_rows(built: BuiltProject) -> None:
    assert ask(built, SEND + COUNT_FILES) == [2, 2, 2, 1, 0]


def test_too_large_a_file_is_refused_in_words(built: BuiltProject) -> None:
    script = """
def send(size):
    big = SimpleUploadedFile("big.bin", b"x" * size)
    sent = {"number": "C", "customer": ada.pk, "status": "open", "scan": big}
    answer = client.post("/orders/new/", sent)
    return [answer.status_code, "20.0" in answer.content.decode()]
limit = settings.UPLOAD_LIMIT
answers = [send(limit), send(limit + 1)]
ticked = {"do": "delete", "row": [f"{number:032x}" for number in range(1200)]}
answer = client.post("/orders/delete/", ticked)
print(json.dumps([*answers, [answer.status_code, "1000 inputs" in answer.content.decode()]]))
"""
    script = f"settings.DEBUG = False\n{SEND}{script}"
    assert ask(built, script) == [[302, False], [413, True], [413, True]]


def test_health_needs_neither_an_account_nor_a_database(built: BuiltProject) -> None:
    script = """
from django.db import connection
def refuse(*args):
    raise AssertionError("the database was asked")
with connection.execute_wrapper(refuse):
    answer = Client(HTTP_HOST="localhost").get("/healthz")
print(json.dumps([answer.status_code, answer.content.decode(), answer["Permissions-Policy"]]))
"""
    status, text, permissions = ask(built, script)
    assert (status, text) == (200, "ok\n")
    assert {"camera=()", "microphone=()", "geolocation=()"} <= set(permissions.split(", "))
