"""Every page of every entity, used as people use it."""

from pages.testing import PageTests

from .models import (
    Account,
    Admin,
    Form,
    Group,
    Medium,
    Model,
    Permission,
    Person,
    Session,
    Text,
    Title,
    User,
    Value,
    View,
)


class SiteTests(PageTests):
    def test_home(self):
        self.visit("home")

    def test_sign_in(self):
        self.client.logout()
        self.visit("login")
        self.assertEqual(self.client.get("/").status_code, 302)


def values_of_account(**changes):
    return {
        "name": "Sample 1",
        **changes,
    }


def user_values(**changes):
    return {
        "username": "sample",
        "name": "Sample 1",
        **changes,
    }


def make_user():
    return User.objects.create(**user_values())


def group_values(**changes):
    return {
        "class_field": "Sample 1",
        **changes,
    }


def make_group():
    return Group.objects.create(**group_values())


def session_values(**changes):
    return {
        "key": "Sample 1",
        "user": User.objects.first() or make_user(),
        **changes,
    }


def make_session():
    return Session.objects.create(**session_values())


def permission_values(**changes):
    return {
        "id_field": "Sample 1",
        **changes,
    }


def make_permission():
    return Permission.objects.create(**permission_values())


def form_values(**changes):
    return {
        **changes,
    }


def make_form():
    return Form.objects.create(**form_values())


def view_values(**changes):
    return {
        "request": "Sample 1",
        **changes,
    }


def make_view():
    return View.objects.create(**view_values())


def model_values(**changes):
    return {
        "pk_field": "sample-1",
        **changes,
    }


def make_model():
    return Model.objects.create(**model_values())


def account_values(**changes):
    return {
        **changes,
    }


def make_account():
    return Account.objects.create(**account_values())


def medium_values(**changes):
    return {
        "title": "Sample 1",
        **changes,
    }


def make_medium():
    return Medium.objects.create(**medium_values())


def admin_values(**changes):
    return {
        "login": "Sample 1",
        **changes,
    }


def make_admin():
    return Admin.objects.create(**admin_values())


def person_values(**changes):
    return {
        "name": "Sample 1",
        **changes,
    }


def make_person():
    return Person.objects.create(**person_values())


def title_values(**changes):
    return {
        "name": "Sample 1",
        **changes,
    }


def make_title():
    return Title.objects.create(**title_values())


def value_values(**changes):
    return {
        **changes,
    }


def make_value():
    return Value.objects.create(**value_values())


def text_values(**changes):
    return {
        "title": "Sample 1",
        **changes,
    }


def make_text():
    return Text.objects.create(**text_values())


class UserTests(PageTests):
    model = User

    def test_list(self):
        row = make_user()
        response = self.visit("user_list")
        self.assertIn(row, response.context["object_list"])

    def test_create(self):
        self.visit("user_create")
        self.submit("user_create", user_values())
        self.assertEqual(self.model.objects.count(), 2)

    def test_view(self):
        row = make_user()
        response = self.visit("user_detail", row)
        self.assertEqual(response.context["object"], row)

    def test_edit(self):
        row = make_user()
        response = self.visit("user_update", row)
        self.assertEqual(response.context["object"], row)
        self.submit("user_update", user_values(name="Sample 2"), row)
        row.refresh_from_db()
        self.assertEqual(row.name, "Sample 2")

    def test_delete(self):
        row = make_user()
        response = self.visit("user_delete", row)
        self.assertEqual(response.context["object"], row)
        self.submit("user_delete", {}, row)
        self.assertFalse(self.model.objects.filter(pk=row.pk).exists())


class GroupTests(PageTests):
    model = Group

    def test_list(self):
        row = make_group()
        response = self.visit("group_list")
        self.assertIn(row, response.context["object_list"])

    def test_create(self):
        self.visit("group_create")
        self.submit("group_create", group_values())
        self.assertEqual(self.model.objects.count(), 1)

    def test_view(self):
        row = make_group()
        response = self.visit("group_detail", row)
        self.assertEqual(response.context["object"], row)

    def test_edit(self):
        row = make_group()
        response = self.visit("group_update", row)
        self.assertEqual(response.context["object"], row)
        self.submit("group_update", group_values(class_field="Sample 2"), row)
        row.refresh_from_db()
        self.assertEqual(row.class_field, "Sample 2")

    def test_delete(self):
        row = make_group()
        response = self.visit("group_delete", row)
        self.assertEqual(response.context["object"], row)
        self.submit("group_delete", {}, row)
        self.assertFalse(self.model.objects.exists())


class SessionTests(PageTests):
    model = Session

    def test_list(self):
        row = make_session()
        response = self.visit("session_list")
        self.assertIn(row, response.context["object_list"])

    def test_create(self):
        self.visit("session_create")
        self.submit("session_create", session_values())
        self.assertEqual(self.model.objects.count(), 1)

    def test_view(self):
        row = make_session()
        response = self.visit("session_detail", row)
        self.assertEqual(response.context["object"], row)

    def test_edit(self):
        row = make_session()
        response = self.visit("session_update", row)
        self.assertEqual(response.context["object"], row)
        self.submit("session_update", session_values(save_field=False), row)
        row.refresh_from_db()
        self.assertEqual(row.save_field, False)

    def test_delete(self):
        row = make_session()
        response = self.visit("session_delete", row)
        self.assertEqual(response.context["object"], row)
        self.submit("session_delete", {}, row)
        self.assertFalse(self.model.objects.exists())


class PermissionTests(PageTests):
    model = Permission

    def test_list(self):
        row = make_permission()
        response = self.visit("permission_list")
        self.assertIn(row, response.context["object_list"])

    def test_create(self):
        self.visit("permission_create")
        self.submit("permission_create", permission_values())
        self.assertEqual(self.model.objects.count(), 1)

    def test_view(self):
        row = make_permission()
        response = self.visit("permission_detail", row)
        self.assertEqual(response.context["object"], row)

    def test_edit(self):
        row = make_permission()
        response = self.visit("permission_update", row)
        self.assertEqual(response.context["object"], row)
        self.submit("permission_update", permission_values(id_field="Sample 2"), row)
        row.refresh_from_db()
        self.assertEqual(row.id_field, "Sample 2")

    def test_delete(self):
        row = make_permission()
        response = self.visit("permission_delete", row)
        self.assertEqual(response.context["object"], row)
        self.submit("permission_delete", {}, row)
        self.assertFalse(self.model.objects.exists())


class FormTests(PageTests):
    model = Form

    def test_list(self):
        row = make_form()
        response = self.visit("form_list")
        self.assertIn(row, response.context["object_list"])

    def test_create(self):
        self.visit("form_create")
        self.submit("form_create", form_values())
        self.assertEqual(self.model.objects.count(), 1)

    def test_view(self):
        row = make_form()
        response = self.visit("form_detail", row)
        self.assertEqual(response.context["object"], row)

    def test_edit(self):
        row = make_form()
        response = self.visit("form_update", row)
        self.assertEqual(response.context["object"], row)
        self.submit("form_update", form_values(auto_id_field="Sample 2"), row)
        row.refresh_from_db()
        self.assertEqual(row.auto_id_field, "Sample 2")

    def test_delete(self):
        row = make_form()
        response = self.visit("form_delete", row)
        self.assertEqual(response.context["object"], row)
        self.submit("form_delete", {}, row)
        self.assertFalse(self.model.objects.exists())


class ViewTests(PageTests):
    model = View

    def test_list(self):
        row = make_view()
        response = self.visit("view_list")
        self.assertIn(row, response.context["object_list"])

    def test_create(self):
        self.visit("view_create")
        self.submit("view_create", view_values())
        self.assertEqual(self.model.objects.count(), 1)

    def test_view(self):
        row = make_view()
        response = self.visit("view_detail", row)
        self.assertEqual(response.context["object"], row)

    def test_edit(self):
        row = make_view()
        response = self.visit("view_update", row)
        self.assertEqual(response.context["object"], row)
        self.submit("view_update", view_values(request="Sample 2"), row)
        row.refresh_from_db()
        self.assertEqual(row.request, "Sample 2")

    def test_delete(self):
        row = make_view()
        response = self.visit("view_delete", row)
        self.assertEqual(response.context["object"], row)
        self.submit("view_delete", {}, row)
        self.assertFalse(self.model.objects.exists())


class ModelTests(PageTests):
    model = Model

    def test_list(self):
        row = make_model()
        response = self.visit("model_list")
        self.assertIn(row, response.context["object_list"])

    def test_create(self):
        self.visit("model_create")
        self.submit("model_create", model_values())
        self.assertEqual(self.model.objects.count(), 1)

    def test_view(self):
        row = make_model()
        response = self.visit("model_detail", row)
        self.assertEqual(response.context["object"], row)

    def test_edit(self):
        row = make_model()
        response = self.visit("model_update", row)
        self.assertEqual(response.context["object"], row)
        self.submit("model_update", model_values(Meta_field="Sample 2"), row)
        row.refresh_from_db()
        self.assertEqual(row.Meta_field, "Sample 2")

    def test_delete(self):
        row = make_model()
        response = self.visit("model_delete", row)
        self.assertEqual(response.context["object"], row)
        self.submit("model_delete", {}, row)
        self.assertFalse(self.model.objects.exists())


class AccountTests(PageTests):
    model = Account

    def test_list(self):
        row = make_account()
        response = self.visit("account_list")
        self.assertIn(row, response.context["object_list"])

    def test_create(self):
        self.visit("account_create")
        self.submit("account_create", account_values())
        self.assertEqual(self.model.objects.count(), 1)

    def test_view(self):
        row = make_account()
        response = self.visit("account_detail", row)
        self.assertEqual(response.context["object"], row)

    def test_edit(self):
        row = make_account()
        response = self.visit("account_update", row)
        self.assertEqual(response.context["object"], row)
        self.submit("account_update", account_values(first_name="Sample 2"), row)
        row.refresh_from_db()
        self.assertEqual(row.first_name, "Sample 2")

    def test_delete(self):
        row = make_account()
        response = self.visit("account_delete", row)
        self.assertEqual(response.context["object"], row)
        self.submit("account_delete", {}, row)
        self.assertFalse(self.model.objects.exists())


class MediumTests(PageTests):
    model = Medium

    def test_list(self):
        row = make_medium()
        response = self.visit("medium_list")
        self.assertIn(row, response.context["object_list"])

    def test_create(self):
        self.visit("medium_create")
        self.submit("medium_create", medium_values())
        self.assertEqual(self.model.objects.count(), 1)

    def test_view(self):
        row = make_medium()
        response = self.visit("medium_detail", row)
        self.assertEqual(response.context["object"], row)

    def test_edit(self):
        row = make_medium()
        response = self.visit("medium_update", row)
        self.assertEqual(response.context["object"], row)
        self.submit("medium_update", medium_values(title="Sample 2"), row)
        row.refresh_from_db()
        self.assertEqual(row.title, "Sample 2")

    def test_delete(self):
        row = make_medium()
        response = self.visit("medium_delete", row)
        self.assertEqual(response.context["object"], row)
        self.submit("medium_delete", {}, row)
        self.assertFalse(self.model.objects.exists())


class AdminTests(PageTests):
    model = Admin

    def test_list(self):
        row = make_admin()
        response = self.visit("admin_list")
        self.assertIn(row, response.context["object_list"])

    def test_create(self):
        self.visit("admin_create")
        self.submit("admin_create", admin_values())
        self.assertEqual(self.model.objects.count(), 1)

    def test_view(self):
        row = make_admin()
        response = self.visit("admin_detail", row)
        self.assertEqual(response.context["object"], row)

    def test_edit(self):
        row = make_admin()
        response = self.visit("admin_update", row)
        self.assertEqual(response.context["object"], row)
        self.submit("admin_update", admin_values(login="Sample 2"), row)
        row.refresh_from_db()
        self.assertEqual(row.login, "Sample 2")

    def test_delete(self):
        row = make_admin()
        response = self.visit("admin_delete", row)
        self.assertEqual(response.context["object"], row)
        self.submit("admin_delete", {}, row)
        self.assertFalse(self.model.objects.exists())


class PersonTests(PageTests):
    model = Person

    def test_list(self):
        row = make_person()
        response = self.visit("person_list")
        self.assertIn(row, response.context["object_list"])

    def test_create(self):
        self.visit("person_create")
        self.submit("person_create", person_values())
        self.assertEqual(self.model.objects.count(), 1)

    def test_view(self):
        row = make_person()
        response = self.visit("person_detail", row)
        self.assertEqual(response.context["object"], row)

    def test_edit(self):
        row = make_person()
        response = self.visit("person_update", row)
        self.assertEqual(response.context["object"], row)
        self.submit("person_update", person_values(name="Sample 2"), row)
        row.refresh_from_db()
        self.assertEqual(row.name, "Sample 2")

    def test_delete(self):
        row = make_person()
        response = self.visit("person_delete", row)
        self.assertEqual(response.context["object"], row)
        self.submit("person_delete", {}, row)
        self.assertFalse(self.model.objects.exists())


class TitleTests(PageTests):
    model = Title

    def test_list(self):
        row = make_title()
        response = self.visit("title_list")
        self.assertIn(row, response.context["object_list"])

    def test_create(self):
        self.visit("title_create")
        self.submit("title_create", title_values())
        self.assertEqual(self.model.objects.count(), 1)

    def test_view(self):
        row = make_title()
        response = self.visit("title_detail", row)
        self.assertEqual(response.context["object"], row)

    def test_edit(self):
        row = make_title()
        response = self.visit("title_update", row)
        self.assertEqual(response.context["object"], row)
        self.submit("title_update", title_values(name="Sample 2"), row)
        row.refresh_from_db()
        self.assertEqual(row.name, "Sample 2")

    def test_delete(self):
        row = make_title()
        response = self.visit("title_delete", row)
        self.assertEqual(response.context["object"], row)
        self.submit("title_delete", {}, row)
        self.assertFalse(self.model.objects.exists())


class ValueTests(PageTests):
    model = Value

    def test_list(self):
        row = make_value()
        response = self.visit("value_list")
        self.assertIn(row, response.context["object_list"])

    def test_create(self):
        self.visit("value_create")
        self.submit("value_create", value_values())
        self.assertEqual(self.model.objects.count(), 1)

    def test_view(self):
        row = make_value()
        response = self.visit("value_detail", row)
        self.assertEqual(response.context["object"], row)

    def test_edit(self):
        row = make_value()
        response = self.visit("value_update", row)
        self.assertEqual(response.context["object"], row)
        self.submit("value_update", value_values(state="2fa"), row)
        row.refresh_from_db()
        self.assertEqual(row.state, "2fa")

    def test_delete(self):
        row = make_value()
        response = self.visit("value_delete", row)
        self.assertEqual(response.context["object"], row)
        self.submit("value_delete", {}, row)
        self.assertFalse(self.model.objects.exists())


class TextTests(PageTests):
    model = Text

    def test_list(self):
        row = make_text()
        response = self.visit("text_list")
        self.assertIn(row, response.context["object_list"])

    def test_create(self):
        self.visit("text_create")
        self.submit("text_create", text_values())
        self.assertEqual(self.model.objects.count(), 1)

    def test_view(self):
        row = make_text()
        response = self.visit("text_detail", row)
        self.assertEqual(response.context["object"], row)

    def test_edit(self):
        row = make_text()
        response = self.visit("text_update", row)
        self.assertEqual(response.context["object"], row)
        self.submit("text_update", text_values(title="Sample 2"), row)
        row.refresh_from_db()
        self.assertEqual(row.title, "Sample 2")

    def test_delete(self):
        row = make_text()
        response = self.visit("text_delete", row)
        self.assertEqual(response.context["object"], row)
        self.submit("text_delete", {}, row)
        self.assertFalse(self.model.objects.exists())
