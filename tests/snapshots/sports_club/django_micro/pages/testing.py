"""What the tests share: someone who is signed in, and ways to use pages."""

import datetime
import json
from itertools import combinations, permutations, product
from unittest import SkipTest, mock

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db.models import Model
from django.test import SimpleTestCase, TestCase, override_settings
from django.urls import reverse
from django.utils import timezone

from records.audit.models import AuditEntry
from records.members import add_to_members
from records.soft_deletion import is_soft
from records.transitions import find_refusal, find_workflow

LOGIN = get_user_model().USERNAME_FIELD
PIXEL = bytes.fromhex(
    "47494638396101000100800000000000ffffff21f90401000000002c000000000100010000020144003b"
)


def name_login(name):
    """What someone of a name signs in with."""
    return f"{name}@example.com"


def list_values(name, /, **values):
    """The values of an account, in which nothing is missing."""
    # That module imports this one.
    from core.tests import values_of_account

    values = values_of_account(**values)
    return {LOGIN: name_login(name), **values}


def add_account(name, /, is_waiting=False, **values):
    """An account, of a member unless it waits to be let in."""
    account = get_user_model()(**list_values(name, **values))
    account.save()
    if not is_waiting:
        add_to_members(account)
    return account


def get_account():
    """Someone who may do everything."""
    rights = {"is_staff": True, "is_superuser": True}
    accounts = get_user_model().objects.order_by("date_joined")
    return accounts.first() or add_account("tester", **rights)


def make_account(name, *permissions):
    """Someone who is no member, but has some permissions, such as `view_group`."""
    account = add_account(name, is_waiting=True)
    account.user_permissions.set(Permission.objects.filter(codename__in=permissions))
    return account


def choose_values(model, values, candidates):
    """Values of a row that keeps the model’s rules; None stands for one not given."""
    free = {name: each for name, each in candidates.items() if name not in values}
    chosen = {**values, **{name: each[0] for name, each in free.items()}}
    while broken := count_broken(model, chosen):
        fewer = (
            other
            for other in list_changes(chosen, free)
            if count_broken(model, other) < broken
        )
        chosen = next(fewer, None)
        if chosen is None:
            raise SkipTest(f"no sample row keeps the rules of {model.__name__}")
    return list_given(chosen)


def list_given(values):
    return {name: value for name, value in values.items() if value is not None}


def count_broken(model, values):
    """How many of the model's rules a row breaks."""
    try:
        model(**list_given(values)).clean()
    except ValidationError as error:
        return len(error.messages)
    return 0


def list_changes(values, candidates):
    """The same values with one of them changed, or two."""
    for count in (1, 2):
        for names in combinations(candidates, count):
            for others in product(*map(candidates.get, names)):
                yield {**values, **dict(zip(names, others, strict=True))}


def sample_image(name):
    """The smallest picture there is."""
    return SimpleUploadedFile(name, PIXEL, "image/gif")


in_tests = override_settings(
    # The tests quote what pages say.
    LANGUAGE_CODE="en",
    # A certificate and collectstatic, which production needs, tests don't.
    SECURE_SSL_REDIRECT=False,
    WHITENOISE_AUTOREFRESH=True,
    STORAGES={
        "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
        "staticfiles": {
            "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        },
    },
)


@in_tests
class BareTests(SimpleTestCase):
    """Whatever needs no database."""


@in_tests
class PageTests(TestCase):
    """Pages, asked for by someone who is signed in."""

    model: type[Model]

    def setUp(self):
        self.client.force_login(get_account())

    def visit(self, name, row=None):
        """The page at an address, which has to be there."""
        response = self.client.get(self.find_address(name, row))
        self.assertEqual(response.status_code, 200)
        return response

    def submit(self, name, values, row=None):
        """Fill in the form at an address and send it, which has to succeed."""
        data = {name: as_posted(value) for name, value in values.items()}
        response = self.client.post(self.find_address(name, row), data)
        if response.status_code != 302:
            form = (response.context or {}).get("form")
            errors = form.errors.as_text() if form else ""
            self.fail(f"{name} answered {response.status_code}\n{errors}")
        return response

    def check_transitions(self, row, free, guarded):
        """Hold a row to the states that may follow each other, always or under guards.

        Whoever isn't signed in is asked nothing.
        """
        workflow = find_workflow(row)
        states = [state for state, _ in workflow.model_field.flatchoices]
        for before, after in permutations(states, 2):
            setattr(row, workflow.field, after)
            with mock.patch.object(workflow, "read_stored", return_value=before):
                refusal = find_refusal(row)
            with self.subTest(before=before, after=after):
                if after in free.get(before, ()):
                    self.assertIsNone(refusal)
                elif after not in guarded.get(before, ()):
                    self.assertIsNotNone(refusal)

    def check_audit(self, row):
        """What becomes of a row is kept as it is to be, also when it is gone."""
        kept, key = AuditEntry.objects.order_by("pk"), str(row.pk)
        row.save()
        row.delete()
        found = kept.filter(object_key=key).values_list("operation", "is_gone")
        once = [each for each in row.audited_operations if each != "update"]
        is_gone = not is_soft(type(row))
        self.assertEqual(list(found), [(operation, is_gone) for operation in once])

    def find_address(self, name, row):
        return reverse(name, kwargs={"pk": row.pk} if row else None)


def as_posted(value):
    """A value as a browser sends it."""
    if isinstance(value, Model):
        return value.pk
    if isinstance(value, datetime.datetime):
        return timezone.localtime(value).strftime("%Y-%m-%dT%H:%M")
    return json.dumps(value) if isinstance(value, dict) else value
