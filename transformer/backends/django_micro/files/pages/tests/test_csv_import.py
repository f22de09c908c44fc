"""Rows from files: what is understood, what is refused, and when something is saved."""

import re
from unittest import mock

from django import forms
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.contrib.messages.storage.cookie import CookieStorage
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext
from django.urls import get_resolver, reverse
from django.utils import translation

from records.values import mark_formula

from .. import generic
from ..csv_files import MOST_LINES, decode, read_table, unmark_formula
from ..csv_values import References, read_boolean, read_choice, read_number
from ..forms import ModelForm
from ..generic.importing import LARGEST, ImportView
from ..testing import (
    LOGIN,
    BareTests,
    PageTests,
    add_account,
    get_account,
    list_values,
    name_login,
)

User = get_user_model()
ADA, BOB = map(name_login, ("ada", "bob"))


class UserForm(ModelForm):
    class Meta:
        model = User
        fields = [LOGIN, "first_name", "is_staff", "date_joined"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance._state.adding:
            # What else an account has to have.
            for name, value in list_values("somebody").items():
                setattr(self.instance, name, value)


def refuse_changes(form):
    if form.instance.pk:
        raise ValidationError("No.")


class UserListView(generic.ListView):
    model = User
    queryset = User.objects.order_by("pk")
    url_name = "home"
    columns = {LOGIN: "Login", "first_name": "First", "is_staff": "Staff"}


class UserImportView(ImportView):
    list_view = UserListView
    form_class = UserForm
    edit_form_class = UserForm


class ReadingTests(BareTests):
    def test_formulas_come_back(self):
        for text in ("=1+1", "'=1+1", "''-", "plain", "it's", "'quoted'", "", "'"):
            self.assertEqual(unmark_formula(mark_formula(text)), text)

    names = {"name": "name", "price": "price"}

    def test_delimiters(self):
        for mark in (",", ";", "\t", "|"):
            table = read_table(f"Name{mark}Price{mark}Other\na{mark}1", self.names)
            self.assertEqual(table.lines[0].texts, {"name": "a", "price": "1"})
            self.assertEqual(table.ignored, ["Other"])

    def test_encodings(self):
        for name in ("utf-8", "utf-8-sig", "utf-16", "cp1252"):
            self.assertEqual(decode("Größe".encode(name)), "Größe")
        with self.assertRaises(ValidationError):
            decode(b"\x00\x01\x02")

    def test_numbers_of_rows_are_those_of_a_spreadsheet(self):
        table = read_table('name\n"a\nb"\n\nc\n', self.names)
        self.assertEqual([line.number for line in table.lines], [2, 4])

    def test_refused(self):
        for text in ("", "what\n1", "name,name\na,b", "name\n" + "a\n" * 3000):
            with self.subTest(text=text[:20]), self.assertRaises(ValidationError):
                read_table(text, self.names)
        read_table("name\n" + "a\n" * MOST_LINES, self.names)

    def test_numbers(self):
        self.assertEqual(read_number("1,234.50"), "1234.50")
        self.assertEqual(read_number("1,5"), "1,5")
        with translation.override("de"):
            self.assertEqual(read_number("-1.234,50", is_local=True), "-1234.50")
            self.assertEqual(read_number("1.500", is_local=True), "1500")
            self.assertEqual(read_number("1.500"), "1.500")

    def test_truths_and_choices(self):
        words = [read_boolean(word) for word in ("yes", "TRUE", "1", "no", "0")]
        self.assertEqual(words, [True, True, True, False, False])
        with self.assertRaises(ValidationError):
            read_boolean("perhaps")
        choices = [("a", "First"), ("Group", [("b", "Second")])]
        self.assertEqual(read_choice("FIRST", choices), "a")
        self.assertEqual(read_choice("second", choices), "b")
        self.assertEqual(read_choice("b", choices), "b")


class ReferenceTests(PageTests):
    def test_by_name_or_key(self):
        group = Group.objects.create(name="ada")
        field = forms.ModelChoiceField(Group.objects.all())
        references = References(field, ["ada", str(group.pk)])
        self.assertEqual(references.find(" ada "), group.pk)
        self.assertEqual(references.find(str(group.pk)), group.pk)
        with self.assertRaises(ValidationError):
            references.find("bob")


class ImportTests(PageTests):
    def send(self, **data):
        request = RequestFactory().post("/users/import/", data)
        request.user = get_account()
        request._messages = CookieStorage(request)
        response = UserImportView.as_view()(request)
        return response if response.status_code == 302 else response.render()

    def preview(self, text):
        file = SimpleUploadedFile("users.csv", text.encode())
        return self.send(file=file)

    def confirm(self, preview):
        found = re.search(r'name="content" value="([^"]+)"', preview.content.decode())
        return self.send(content=found[1])

    def test_preview_saves_nothing(self):
        preview = self.preview(f"{LOGIN}\n{ADA}\n")
        self.assertContains(preview, 'name="content"')
        self.assertFalse(User.objects.filter(**{LOGIN: ADA}).exists())

    def test_rows_are_made_and_changed(self):
        add_account("ada", first_name="Ada", is_staff=True)
        preview = self.preview(f"Login,First\n{ADA},Adele\n{BOB},=Bob\n")
        self.assertContains(preview, "<del>Ada</del>")
        self.assertRedirects(self.confirm(preview), "/", fetch_redirect_response=False)
        ada, bob = (User.objects.get(**{LOGIN: name}) for name in (ADA, BOB))
        self.assertEqual((ada.first_name, ada.is_staff), ("Adele", True))
        self.assertEqual(bob.first_name, "=Bob")

    def test_all_or_nothing(self):
        preview = self.preview(f"{LOGIN}\n{ADA}\nb b\n{ADA}\n")
        self.assertNotContains(preview, 'name="content"')
        self.assertContains(preview, "<td>3</td>")
        self.assertContains(preview, "<td>4</td>")
        self.assertFalse(User.objects.filter(**{LOGIN: ADA}).exists())

    def test_changed_since_the_preview(self):
        preview = self.preview(f"first_name,{LOGIN}\nA,{ADA}\nB,{BOB}\n")
        add_account("bob", last_name="Before")
        with mock.patch.object(UserForm, "clean", refuse_changes, create=True):
            self.assertEqual(self.confirm(preview).status_code, 409)
        self.assertFalse(User.objects.filter(**{LOGIN: ADA}).exists())

    def test_a_preview_is_confirmed_once(self):
        preview = self.preview(f"{LOGIN}\n{ADA}\n")
        self.confirm(preview)
        User.objects.get(**{LOGIN: ADA}).delete()
        self.assertEqual(self.confirm(preview).status_code, 302)
        self.assertFalse(User.objects.filter(**{LOGIN: ADA}).exists())

    def test_a_preview_only_reads(self):
        add_account("ada")
        with CaptureQueriesContext(connection) as queries:
            self.preview(f"Login,First\n{ADA},Adele\n{BOB},Bob\n")
        for query in queries:
            self.assertRegex(query["sql"], "^SELECT")

    def test_forged_text(self):
        response = self.send(content=f"{LOGIN}\n{ADA}")
        self.assertEqual(response.status_code, 302)
        self.assertFalse(User.objects.filter(**{LOGIN: ADA}).exists())

    def test_too_large(self):
        self.assertContains(self.preview("x" * (LARGEST + 1)), "larger than")

    def test_exports_come_back(self):
        add_account("ada", first_name="=1+1", is_staff=True)
        for name in ("csv", "excel"):
            request = RequestFactory().get("/users/", {"export": name})
            request.user = get_account()
            response = UserListView.as_view()(request)
            text = b"".join(response.streaming_content).decode()
            self.assertContains(self.preview(text), "Nothing would change")

    def test_every_import_page(self):
        for pattern in get_resolver("core.urls").url_patterns:
            view = getattr(pattern.callback, "view_class", object)
            if issubclass(view, ImportView):
                with self.subTest(page=pattern.name):
                    address = reverse(pattern.name)
                    self.assertContains(self.client.get(address), "?template=1")
                    file = self.client.get(address, {"template": "1"})
                    upload = SimpleUploadedFile("empty.csv", file.content)
                    response = self.client.post(address, {"file": upload})
                    self.assertContains(response, "Nothing would change")
