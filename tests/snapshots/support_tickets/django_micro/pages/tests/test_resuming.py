"""Forms that were sent after their session had ended: shown again, and not saved."""

import logging
import re
from unittest import mock

from django import forms
from django.contrib.auth.models import Permission
from django.contrib.contenttypes.models import ContentType
from django.core import signing
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client, override_settings
from django.urls import path, reverse

from app import urls

from ..accounts import resuming
from ..testing import PageTests, add_account, make_account, name_login
from .test_forms import PermissionCreateView, PermissionForm, PermissionUpdateView

PASSWORD = "correct horse battery"
FAST = ["django.contrib.auth.hashers.MD5PasswordHasher"]
INPUT = re.compile(r'name="typed" value="([^"]+)"')


class SecretForm(PermissionForm):
    pin = forms.CharField(required=False, widget=forms.PasswordInput)
    scan = forms.FileField(required=False)


urlpatterns = [
    path("try/new/", PermissionCreateView.as_view(form_class=SecretForm)),
    path("try/<int:pk>/", PermissionUpdateView.as_view()),
    *urls.urlpatterns,
]


@override_settings(ROOT_URLCONF=__name__, PASSWORD_HASHERS=FAST)
class ResumingTests(PageTests):
    def setUp(self):
        super().setUp()
        # A wrong password is logged.
        logging.disable(logging.WARNING)
        self.addCleanup(logging.disable, logging.NOTSET)
        ada = add_account("ada", is_staff=True, is_superuser=True)
        ada.set_password(PASSWORD)
        ada.save()
        self.client.logout()
        self.target = ContentType.objects.get_for_model(Permission)
        self.values = {
            "name": "Can <juggle>",
            "codename": "juggle",
            "content_type": self.target.pk,
        }

    def send(self, address="/try/new/", headers=None, **changes):
        values = {**self.values, **changes}
        return self.client.post(address, values, headers=headers)

    def sign_in(self, page, name="ada", password=PASSWORD):
        """Fill in the page that asks for a sign-in, as a browser would."""
        text = page.content.decode()
        [action] = re.findall(r'method="post" action="(/sign-in/[^"]*)"', text)
        found = INPUT.search(text)
        name = name_login(name)
        data = {"username": name, "password": password, "typed": found[1]}
        return self.client.post(action.replace("&amp;", "&"), data, follow=True)

    def count(self):
        return Permission.objects.filter(codename="juggle").count()

    def test_a_form_is_there_again_and_not_saved(self):
        address = "/try/new/?next=/"
        page = self.sign_in(self.send(address, **{"idempotency-key": "used"}))
        self.assertEqual(page.redirect_chain, [(address, 302)])
        self.assertContains(page, 'value="Can &lt;juggle&gt;"')
        self.assertContains(page, "isn’t saved yet")
        self.assertNotContains(page, 'value="used"')
        self.assertEqual(self.count(), 0)
        # Shown once, and saved by whoever says so.
        self.assertNotContains(self.client.get(address), "juggle")
        self.send(address)
        self.assertEqual(self.count(), 1)

    def test_a_wrong_password_loses_nothing(self):
        page = self.sign_in(self.send(), password="wrong")
        self.assertTrue(page.context["form"].errors)
        self.assertContains(self.sign_in(page), "Can &lt;juggle&gt;")

    def test_others_see_it_and_save_nothing(self):
        eve = make_account("eve", "add_permission")
        eve.set_password(PASSWORD)
        eve.save()
        page = self.sign_in(self.send(), "eve")
        self.assertContains(page, "isn’t saved yet")
        self.assertEqual(self.count(), 0)

    def test_what_others_changed_meanwhile_is_told(self):
        row = Permission.objects.create(**{**self.values, "content_type": self.target})
        changed = {"initial-name": "Can <juggle>", "name": "Mine"}
        page = self.send(f"/try/{row.pk}/", **changed)
        Permission.objects.update(name="Theirs")
        page = self.sign_in(page)
        self.assertContains(page, 'value="Mine"')
        self.assertContains(page, "Meanwhile this was changed to “Theirs”")
        row.refresh_from_db()
        self.assertEqual(row.name, "Theirs")

    def test_neither_passwords_nor_files_are_kept(self):
        scan = SimpleUploadedFile("scan.txt", b"secret scan")
        page = self.send(pin="secret pin", scan=scan)
        carried = signing.loads(INPUT.search(page.content.decode())[1], salt="typed")
        self.assertNotIn("secret", str(carried))
        self.assertContains(self.sign_in(page), "Choose files again.")

    def test_nothing_is_kept_of_visitors(self):
        page = self.send()
        self.assertIn("no-store", page["Cache-Control"])
        self.assertFalse(self.client.session.keys())

    def test_too_much_and_nothing_are_left_out(self):
        with mock.patch.object(resuming, "LARGEST", 10):
            self.assertEqual(self.send().status_code, 302)
        self.assertEqual(self.client.post("/try/new/").status_code, 302)

    def test_scripts_are_led_to_the_sign_in_page(self):
        response = self.send(headers={"HX-Request": "true"})
        self.assertEqual(response["Location"], f"{reverse('login')}?next=/try/new/")

    def test_forged_texts_are_left_out(self):
        forged = signing.dumps(["/try/new/?", "name=Forged", False], salt="other")
        for text in ("x", forged):
            data = {"username": name_login("ada"), "password": PASSWORD, "typed": text}
            self.client.post(reverse("login"), data)
            self.assertNotContains(self.client.get("/try/new/"), "Forged")

    def test_other_sites_cannot_send_forms(self):
        client = Client(enforce_csrf_checks=True)
        self.assertEqual(client.post("/try/new/", self.values).status_code, 403)
