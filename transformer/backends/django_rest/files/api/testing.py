"""What the tests of the API share."""

import json
from unittest import SkipTest, mock
from urllib.parse import quote

from django.conf import settings
from django.core.files.base import File
from django.core.serializers.json import DjangoJSONEncoder
from django.db import IntegrityError, connection, transaction
from django.db.models import Manager, Model, UUIDField
from django.test import TestCase
from django.test.utils import CaptureQueriesContext

from pages.testing import get_account, in_tests

from .models import Token

JSON = "application/json"


def make_token(user, **limits):
    """A token of somebody, as the header of a request has it."""
    token = Token(user=user, name="test", **{"is_read_only": False, **limits})
    secret = token.make_secret()
    token.save()
    return {"Authorization": f"Bearer {secret}"}


def spell(value):
    """A value of a row as it is sent."""
    if isinstance(value, (File, Manager)):
        raise SkipTest("a file is sent in another way")
    if isinstance(value, Model):
        value = value.pk
    return json.loads(json.dumps(value, cls=DjangoJSONEncoder))


def make_absent_key(model):
    """A key that no row has."""
    is_uuid = isinstance(model._meta.pk, UUIDField)
    return "00000000-0000-4000-8000-000000000000" if is_uuid else "999999999"


@in_tests
class ApiTests(TestCase):
    """Tests in which nobody has to wait."""

    def setUp(self):
        for name in ("UserThrottle", "VisitorThrottle"):
            place = f"api.throttling.{name}.allow_request"
            patch = mock.patch(place, return_value=True)
            patch.start()
            self.addCleanup(patch.stop)

    def ask(self, method, path, data=None, **headers):
        send = getattr(self.client, method)
        return send(path, data, content_type=JSON, headers=headers)

    def assert_problem(self, response, status, code=None):
        self.assertEqual(response.status_code, status, response.content)
        self.assertEqual(response.headers["Content-Type"], "application/problem+json")
        if code:
            codes = [each["code"] for each in response.json()["errors"]]
            self.assertIn(code, codes)


class RecordTests(ApiTests):
    """What the API does with rows of a model; only classes that extend it are run."""

    viewset = None

    @classmethod
    def setUpClass(cls):
        if cls.viewset is None:
            raise SkipTest("this is for others to extend")
        super().setUpClass()

    def setUp(self):
        super().setUp()
        from core.api import router

        found = {viewset: prefix for prefix, viewset, _name in router.registry}
        self.path = f"/api/{found[self.viewset]}"
        self.user = get_account()
        self.headers = make_token(self.user)

    def link(self, row):
        return f"{self.path}/{quote(str(row.pk), safe='')}"

    def offers(self, name):
        if not hasattr(self.viewset, name):
            self.skipTest(f"there is no page for {name}")

    def list_sent(self):
        """What a new row is made of."""
        options = self.viewset.serializer_class.Meta
        names = getattr(options, "names", {})
        return {
            names.get(name, name): spell(value)
            for name, value in self.values().items()
            if name in options.create_fields
        }

    def test_list(self):
        self.offers("list")
        row = self.make()
        answer = self.ask("get", self.path, **self.headers)
        self.assertEqual(answer.status_code, 200, answer.content)
        key = self.viewset.queryset.model._meta.pk.name
        key = getattr(self.viewset.serializer_class.Meta, "names", {}).get(key, key)
        keys = [str(each[key]) for each in answer.json()["results"]]
        self.assertIn(str(row.pk), keys)

    def test_more_rows_take_no_more_queries(self):
        self.offers("list")
        # That a token was used is noted the first time.
        self.ask("get", self.path, **self.headers)
        counts = []
        for _ in range(2):
            try:
                with transaction.atomic():
                    self.make()
            except IntegrityError:
                self.skipTest("there is no second row like the first")
            with CaptureQueriesContext(connection) as queries:
                self.ask("get", self.path, **self.headers)
            counts.append(len(queries))
        self.assertEqual(*counts)

    def test_list_refuses_what_it_does_not_know(self):
        self.offers("list")
        for query in ("nothing=1", "sort=nothing", "filter[nothing]=1", "page=0"):
            answer = self.ask("get", f"{self.path}?{query}", **self.headers)
            self.assert_problem(answer, 400)

    def test_visitors(self):
        if settings.RECORD_ACCESS["visitors"] or self.viewset.page_access:
            self.skipTest("some may be let in")
        for method in ("get", "post"):
            answer = self.ask(method, self.path, {} if method == "post" else None)
            allowed = answer.headers.get("Allow", "")
            if method.upper() in allowed.split(", "):
                self.assert_problem(answer, 401)
                self.assertEqual(answer.headers["WWW-Authenticate"], "Bearer")

    def test_create(self):
        self.offers("create")
        sent = self.list_sent()
        before = self.viewset.queryset.count()
        answer = self.ask("post", self.path, sent, **self.headers)
        if answer.status_code == 422:
            self.skipTest("the sample alone doesn’t make a row")
        self.assertIn(answer.status_code, (201, 204), answer.content)
        self.assertEqual(self.viewset.queryset.count(), before + 1)

    def test_create_takes_no_more_than_the_form(self):
        self.offers("create")
        sent = {"is_superuser": True, "nothing": 1}
        answer = self.ask("post", self.path, sent, **self.headers)
        self.assert_problem(answer, 422, "unknown")

    def test_record(self):
        self.offers("retrieve")
        path = self.link(self.make())
        answer = self.ask("get", path, **self.headers)
        self.assertEqual(answer.status_code, 200, answer.content)
        tag = answer.headers["ETag"]
        headers = {**self.headers, "If-None-Match": tag}
        self.assertEqual(self.ask("get", path, **headers).status_code, 304)

    def test_absent_record(self):
        self.offers("retrieve")
        key = make_absent_key(self.viewset.queryset.model)
        answer = self.ask("get", f"{self.path}/{key}", **self.headers)
        self.assert_problem(answer, 404)

    def test_outdated_change(self):
        self.offers("partial_update")
        path = self.link(self.make())
        headers = {**self.headers, "If-Match": '"another"'}
        self.assert_problem(self.ask("patch", path, {}, **headers), 412)

    def test_reading_token(self):
        self.offers("partial_update")
        path = self.link(self.make())
        headers = make_token(self.user, is_read_only=True)
        self.assert_problem(self.ask("patch", path, {}, **headers), 403, "scope")

    def test_delete(self):
        self.offers("destroy")
        row = self.make()
        rows = self.viewset.queryset.filter(pk=row.pk)
        answer = self.ask("delete", self.link(row), **self.headers)
        self.assertIn(answer.status_code, (204, 409), answer.content)
        self.assertEqual(rows.exists(), answer.status_code == 409)
