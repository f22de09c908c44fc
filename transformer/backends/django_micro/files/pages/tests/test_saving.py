"""Two people at one row: forms write what was changed, and tell of what clashes."""

from django.contrib.auth import get_user_model
from django.forms import modelform_factory

from ..forms import ModelForm
from ..testing import PageTests, add_account, get_account

User = get_user_model()
FIELDS = ["first_name", "last_name", "is_staff", "last_login"]


class SavingTests(PageTests):
    form_class = modelform_factory(User, form=ModelForm, fields=FIELDS)

    def setUp(self):
        super().setUp()
        self.row = add_account("a", first_name="A", last_name="B")

    def make_form(self, data=None):
        row = User.objects.get(pk=self.row.pk)
        return self.form_class(data, instance=row, user=get_account())

    def open(self):
        """What a browser would send if nobody changed anything."""
        form, data = self.make_form(), {}
        for field in form:
            data[field.html_name] = field.value() or ""
            data[field.html_initial_name] = str(field.value() or "")
        return {name: value for name, value in data.items() if value is not False}

    def change(self, data, **values):
        form = self.make_form({**data, **values})
        if form.is_valid():
            form.save()
        return form

    def read(self, *names):
        return User.objects.values_list(*names).get(pk=self.row.pk)

    def test_changes_of_different_fields_both_hold(self):
        mine, theirs = self.open(), self.open()
        self.change(theirs, last_name="theirs", is_staff="on")
        form = self.change(mine, first_name="mine")
        self.assertEqual(form.errors, {})
        names = ("first_name", "last_name", "is_staff")
        self.assertEqual(self.read(*names), ("mine", "theirs", True))

    def test_what_changes_between_reading_and_writing_stays(self):
        form = self.make_form({**self.open(), "first_name": "mine"})
        self.assertTrue(form.is_valid())
        User.objects.filter(pk=self.row.pk).update(last_name="theirs")
        form.save()
        self.assertEqual(self.read("first_name", "last_name"), ("mine", "theirs"))

    def test_the_second_change_of_a_field_is_told_and_decides(self):
        mine, theirs = self.open(), self.open()
        self.change(theirs, first_name="theirs")
        form = self.change(mine, first_name="mine", last_name="too")
        self.assertIn("theirs", form.errors["first_name"][0])
        self.assertEqual(self.read("first_name", "last_name"), ("theirs", "B"))
        again = {name: form.data[name] for name in form.data}
        self.assertEqual(self.change(again).errors, {})
        self.assertEqual(self.read("first_name", "last_name"), ("mine", "too"))

    def test_the_same_change_twice_is_none(self):
        mine, theirs = self.open(), self.open()
        for data in (theirs, mine):
            self.assertEqual(self.change(data, first_name="same").errors, {})

    def test_who_sends_only_values_replaces_what_is_there(self):
        self.assertEqual(self.change({"first_name": "program"}).errors, {})
        self.assertEqual(self.read("first_name"), ("program",))

    def test_nothing_is_written_if_nothing_changed(self):
        data = self.open()
        form = self.make_form(data)
        self.assertTrue(form.is_valid())
        with self.assertNumQueries(0):
            form.save()

    def test_line_breaks_of_browsers_are_no_change(self):
        User.objects.update(first_name="a\nb")
        data = self.open()
        for name in ("first_name", "initial-first_name"):
            data[name] = "a\r\nb"
        self.assertEqual(self.change(data, last_name="new").errors, {})
        self.assertEqual(self.read("first_name", "last_name"), ("a\nb", "new"))
