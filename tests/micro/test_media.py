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
