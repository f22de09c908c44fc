"""What people with accounts of an app's own entity do, each with what comes of it.

It runs within the project that `test_own_accounts.py` builds, on an empty database.
"""

import json
import logging
import re
from collections.abc import Iterator
from threading import Thread
from unittest import mock

from core.models import Note, User  # type: ignore[import-not-found]
from django.contrib.auth.models import Permission
from django.core import mail
from django.core.management import call_command
from django.db.models import ProtectedError
from django.test import Client, override_settings
from django.test.utils import setup_test_environment
from django.urls import reverse

ADA, BOB, EVE = (f"{name}@example.com" for name in ("ada", "bob", "eve"))
SECRET, OTHER = "correct horse battery", "a staple for the horse"
Outcome = Iterator[tuple[str, bool]]


def start() -> Client:
    """A browser of somebody who isn't signed in."""
    return Client(HTTP_HOST="localhost", raise_request_exception=False)


def sign_in(email: str, password: str = SECRET) -> Client:
    """A browser of somebody who has signed in as people do."""
    client = start()
    client.post(reverse("login"), {"username": email, "password": password})
    return client


def is_signed_in(client: Client) -> bool:
    """Whether a browser is somebody's who is signed in."""
    return "_auth_user_id" in client.session


def set_up() -> Outcome:
    """Make the first account in the browser."""
    client = start()
    page = client.get(reverse("login"))
    values = {"email": ADA, "name": "Ada", "password1": SECRET, "password2": SECRET}
    yield "the set-up page asks for what is required", b'name="name"' in page.content
    client.post(reverse("login"), values)
    ada = User.objects.get(email=ADA)
    yield "the first account may do everything", ada.is_superuser and ada.is_staff
    yield "people sign in by their address", is_signed_in(sign_in(ADA))
    yield "and not without the password", not is_signed_in(sign_in(ADA, OTHER))
    yield "capitals make no other", is_signed_in(sign_in(ADA.upper()))
    User.objects.filter(email=ADA).update(email=ADA.title())
    yield "nor in an address from elsewhere", is_signed_in(sign_in(ADA))
    User.objects.filter(email=ADA.title()).update(email=ADA)
    call_command("createsuperuser", interactive=False, email=EVE, name="Eve", verbosity=0)
    yield "createsuperuser asks for the same", User.objects.get(email=EVE).is_superuser
    User.objects.get(email=EVE).delete()


def add_people() -> Outcome:
    """Make an account on the app's own page, and get a password by mail."""
    client = sign_in(ADA)
    forged = {"is_superuser": "on", "is_staff": "on", "password": "x", "groups": "1"}
    values = {"email": BOB, "name": "Bob", "is_active": "on"}
    client.post(reverse("user_create"), values | forged)
    bob = User.objects.get(email=BOB)
    yield "no page gives rights", not (bob.is_superuser or bob.is_staff or bob.password)
    yield "who is added is a member", bob.groups.filter(name="Members").exists()
    start().post(reverse("password_reset"), {"email": BOB})
    [message] = mail.outbox
    found = re.search(r"http://\S+?(/\S+)", message.body)
    page = start()
    form = page.get(found[1] if found else "", follow=True).request["PATH_INFO"]
    page.post(form, {"new_password1": SECRET, "new_password2": SECRET})
    yield "a mail leads to a password", is_signed_in(sign_in(BOB))
    client.post(reverse("user_update", args=[bob.pk]), values | forged | {"name": "Robert"})
    bob.refresh_from_db()
    yield "an edit page gives none either", not (bob.is_superuser or bob.is_staff)
    yield "but changes what it has", bob.name == "Robert"


def keep_to_rights() -> Outcome:
    """Try as a member to get at the accounts of others."""
    ada, bob = User.objects.get(email=ADA), sign_in(BOB)
    values = {"email": "mallory@example.com", "name": "Ada", "is_active": "on"}
    answer = bob.post(reverse("user_update", args=[ada.pk]), values)
    yield "nobody changes who may use the admin", answer.status_code == 403
    bee = User.objects.create_user("bee@example.com", name="Bee")
    yield "what code makes is no member's", not bee.groups.exists()
    bee.user_permissions.add(Permission.objects.get(codename="change_group"))
    values = {"email": "mallory@example.com", "name": "Bee", "is_active": "on"}
    answer = bob.post(reverse("user_update", args=[bee.pk]), values)
    yield "nor who has further rights", answer.status_code == 403
    answer = bob.post(reverse("user_delete", args=[ada.pk]))
    yield "nor deletes them", answer.status_code == 403 and User.objects.filter(pk=ada.pk).exists()
    answer = bob.post(reverse("profile"), {"email": BOB, "name": "Bobby", "is_staff": "on"})
    person = User.objects.get(email=BOB)
    yield "a profile has one's own fields alone", person.name == "Bobby" and not person.is_staff
    yield from keep_addresses(bob)


def keep_addresses(bob: Client) -> Outcome:
    """Try as a member to get at the account of an equal, by a page and in the admin."""
    cat = User.objects.create_user("Cat@example.com", name="Cat")
    values = {"email": "mallory@example.com", "name": "Cat", "is_active": "on"}
    page = bob.post(reverse("user_update", args=[cat.pk]), values)
    cat.refresh_from_db()
    is_told = "This can’t be changed." in page.content.decode()
    yield "nobody sets an equal's address", is_told and cat.email == "cat@example.com"
    bob.post(reverse("user_update", args=[cat.pk]), values | {"email": cat.email, "name": "Kit"})
    yield "but their name", User.objects.get(pk=cat.pk).name == "Kit"
    answer = bob.post(reverse("profile"), {"email": "bob@example.org", "name": "Bob"})
    yield "and one's own", User.objects.filter(email="bob@example.org").exists()
    User.objects.filter(email="bob@example.org").update(email=BOB, is_staff=True)
    values |= {"date_joined_0": "2026-01-01", "date_joined_1": "12:00:00", "role": "guest"}
    answer = bob.post(reverse("admin:core_user_change", args=[cat.pk]), values)
    cat.refresh_from_db()
    is_kept = (answer.status_code, cat.name, cat.email) == (302, "Cat", "cat@example.com")
    yield "nor in the admin", is_kept
    answer = bob.get(reverse("admin:auth_user_password_change", args=[cat.pk]))
    yield "nor a password there", answer.status_code == 403
    User.objects.filter(email=BOB).update(is_staff=False)
    cat.delete()


def sign_up() -> Outcome:
    """Make an account of one's own, and try to make another person's."""
    values = {"email": EVE, "name": "Eve", "password1": OTHER, "password2": OTHER}
    eve = start()
    eve.post(reverse("sign_up"), values)
    yield "who signs up is signed in", is_signed_in(eve)
    yield "and waits", not User.objects.get(email=EVE).groups.exists()
    page = start().post(reverse("sign_up"), values | {"email": EVE.upper()})
    yield "capitals make no other account", b"already exists" in page.content
    answer = eve.post(reverse("user_create"), {"email": "x@example.com", "name": "X"})
    yield "and makes no accounts", answer.status_code == 403
    everything = ["view", "add", "change", "delete"]
    with override_settings(RECORD_ACCESS=dict.fromkeys(["visitors", "accounts"], everything)):
        eve.post(reverse("user_create"), {"email": "x@example.com", "name": "X"})
    found = User.objects.filter(email="x@example.com")
    yield "not even where visitors may change things", not found.exists()


def fill_in() -> Outcome:
    """Make a record that belongs to whoever made it, and change it as somebody else."""
    ada, bob = User.objects.get(email=ADA), User.objects.get(email=BOB)
    sign_in(BOB).post(reverse("note_create"), {"text": "a"})
    note = Note.objects.get()
    yield "who makes a record is its author", {note.author, note.owner, note.editor} == {bob}
    sign_in(ADA).post(reverse("note_update", args=[note.pk]), {"text": "b"})
    note.refresh_from_db()
    yield "who changes it is its editor", (note.text, note.editor, note.author) == ("b", ada, bob)


def keep_administrator() -> Outcome:
    """Try to take all rights from the last who may give some."""
    ada, client = User.objects.get(email=ADA), sign_in(ADA)
    page = client.post(reverse("user_update", args=[ada.pk]), {"email": ADA, "name": "Ada"})
    yield "not by a form", b"Nobody else may give rights" in page.content
    page = client.get(reverse("user_delete", args=[ada.pk]))
    yield "a page that deletes says so", b"Delete</button>" not in page.content
    page = client.post(reverse("user_delete", args=[ada.pk]))
    yield "and doesn't", page.status_code == 409
    change = reverse("admin:core_user_change", args=[ada.pk])
    values = {"email": ADA, "name": "Ada", "role": "guest", "is_staff": "on", "is_active": "on"}
    values |= {"date_joined_0": "2026-01-01", "date_joined_1": "12:00:00"}
    page = client.post(change, values)
    yield "not in the admin", b"Nobody else may give rights" in page.content
    page = client.post(reverse("admin:core_user_delete", args=[ada.pk]), {"post": "yes"})
    yield "nor by deleting there", b"Nobody else may give rights" in page.content
    try:
        ada.delete()
    except ProtectedError:
        yield "nor in a shell", User.objects.filter(pk=ada.pk, is_superuser=True).exists()
    User.objects.filter(email=BOB).update(is_superuser=True)
    page = client.post(change, values)
    yield "but if there is another", not User.objects.get(email=ADA).is_superuser
    User.objects.filter(email=ADA).update(is_superuser=True)


def use_admin() -> Outcome:
    """Make and change accounts in the admin."""
    client = sign_in(ADA)
    values = {"email": "zoe@example.com", "name": "Zoe", "usable_password": "true"}
    values |= {"password1": SECRET, "password2": SECRET}
    client.post(reverse("admin:core_user_add"), values)
    zoe = User.objects.get(email="zoe@example.com")
    yield "the admin makes accounts", is_signed_in(sign_in(zoe.email))
    page = client.get(reverse("admin:core_user_change", args=[zoe.pk]))
    shown = [f'name="{name}"'.encode() in page.content for name in ("role", "is_superuser")]
    yield "and shows their fields", all(shown)
    User.objects.filter(pk=zoe.pk).update(is_staff=True)
    page = sign_in(zoe.email).get(reverse("admin:core_user_change", args=[zoe.pk]))
    yield "members see there who they are", page.status_code == 200
    hidden = [f'name="{n}"'.encode() for n in ("is_superuser", "is_staff", "groups")]
    yield "and give themselves nothing", not any(each in page.content for each in hidden)


STEPS = (set_up, add_people, keep_to_rights, sign_up, fill_in, keep_administrator, use_admin)


def tell() -> None:
    """Take all steps, and print what doesn't hold."""
    logging.disable(logging.WARNING)
    setup_test_environment(debug=True)
    fast = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    with (
        mock.patch.object(Thread, "start", Thread.run),
        override_settings(PASSWORD_HASHERS=fast, SENDS_MAIL=True, AXES_ENABLED=False),
    ):
        print(json.dumps([name for step in STEPS for name, holds in step() if not holds]))
