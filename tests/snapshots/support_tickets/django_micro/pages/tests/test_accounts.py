"""Accounts: signing in and out, passwords, mail, and what happens to who guesses."""

import logging
import re
from threading import Thread
from unittest import mock

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core import mail
from django.test import RequestFactory, override_settings
from django.urls import reverse

from records.permissions import is_member

from ..accounts.first_account import SetUpForm, SetUpView
from ..accounts.throttling import find_client_address
from ..testing import (
    LOGIN,
    BareTests,
    PageTests,
    add_account,
    list_values,
    make_account,
    name_login,
)

SECRET = "correct horse battery"
OTHER = "a staple for the horse"
ADA = name_login("ada")
FAST = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@override_settings(PASSWORD_HASHERS=FAST, SENDS_MAIL=True)
class AccountTests(PageTests):
    """Somebody who has an account and isn't signed in."""

    def setUp(self):
        # Every failure is logged, and there are many here.
        logging.disable(logging.WARNING)
        self.addCleanup(logging.disable, logging.NOTSET)
        values = list_values("ada", email="ada@example.com", password=SECRET)
        self.ada = get_user_model().objects.create_user(**values)

    def sign_in(self, password=SECRET, **extra):
        data = {"username": ADA, "password": password}
        return self.client.post(reverse("login"), data, **extra)

    def is_signed_in(self):
        return "_auth_user_id" in self.client.session

    def assertSays(self, response, text):
        messages = [str(message) for message in response.context["messages"]]
        self.assertTrue(any(text in message for message in messages), messages)


class SignInTests(AccountTests):
    def test_in_and_out(self):
        self.assertRedirects(self.sign_in(), reverse("home"))
        self.assertTrue(self.is_signed_in())
        response = self.client.post(reverse("logout"), follow=True)
        self.assertSays(response, "signed out")
        self.assertFalse(self.is_signed_in())

    def test_goes_on_only_within_the_app(self):
        page = reverse("profile")
        for wanted, expected in [
            (page, page),
            ("https://example.org/", reverse("home")),
            ("//example.org/", reverse("home")),
            ("javascript:alert(1)", reverse("home")),
        ]:
            data = {"username": ADA, "password": SECRET, "next": wanted}
            response = self.client.post(reverse("login"), data)
            self.assertRedirects(response, expected, fetch_redirect_response=False)
            self.client.logout()

    def test_inputs_tell_browsers_what_they_are(self):
        response = self.client.get(reverse("login"))
        self.assertContains(response, 'autocomplete="username"')
        self.assertContains(response, 'autocomplete="current-password"')


class SetUpTests(AccountTests):
    def test_who_comes_second_makes_no_account(self):
        # The page was asked for while there was none.
        data = list_values("eve", password1=OTHER, password2=OTHER)
        form = SetUpForm(data)
        self.assertTrue(form.is_valid(), form.errors)
        view = SetUpView()
        view.setup(RequestFactory().post(reverse("login"), data))
        with mock.patch("pages.accounts.first_account.login") as login:
            response = view.form_valid(form)
        self.assertEqual(response["Location"], reverse("login"))
        login.assert_not_called()
        self.assertFalse(
            get_user_model().objects.filter(**{LOGIN: name_login("eve")}).exists()
        )


class MembershipTests(AccountTests):
    def make_in_the_admin(self, user):
        self.client.force_login(user)
        values = list_values("eve", usable_password="true", email="eve@example.com")
        data = {**values, "password1": OTHER, "password2": OTHER}
        name = get_user_model()._meta.model_name
        self.client.post(reverse(f"admin:core_{name}_add"), data)
        return get_user_model().objects.get(**{LOGIN: name_login("eve")})

    def test_who_may_let_people_in_makes_members(self):
        owner = add_account("owner", True, is_staff=True, is_superuser=True)
        self.assertTrue(is_member(self.make_in_the_admin(owner)))

    def test_nobody_makes_others_more_than_they_are(self):
        name = get_user_model()._meta.model_name
        clerk = make_account("clerk", f"add_{name}", f"change_{name}")
        clerk.is_staff = True
        clerk.save()
        self.assertFalse(is_member(self.make_in_the_admin(clerk)))

    def test_an_account_that_code_makes_is_no_member_s(self):
        self.assertFalse(is_member(self.ada))


class ThrottlingTests(AccountTests):
    def fail(self, times=settings.AXES_FAILURE_LIMIT, **extra):
        for _ in range(times):
            response = self.sign_in("wrong", **extra)
        return response

    def test_who_guesses_has_to_wait(self):
        self.assertEqual(self.fail(settings.AXES_FAILURE_LIMIT - 1).status_code, 200)
        response = self.fail(1)
        self.assertTemplateUsed(response, "429.html")
        self.assertContains(response, "15 minutes", status_code=429)
        self.assertEqual(response["Retry-After"], "900")
        self.assertEqual(self.sign_in().status_code, 429)
        self.assertFalse(self.is_signed_in())

    def test_a_name_that_nobody_has_is_treated_alike(self):
        data = {"username": "nobody", "password": "wrong"}
        for _ in range(settings.AXES_FAILURE_LIMIT):
            response = self.client.post(reverse("login"), data)
        self.assertEqual(response.status_code, 429)

    def test_capitals_make_no_further_name(self):
        for number in range(settings.AXES_FAILURE_LIMIT):
            name = ADA.upper() if number % 2 else ADA
            data = {"username": name, "password": "wrong"}
            response = self.client.post(reverse("login"), data)
        self.assertEqual(response.status_code, 429)

    def test_admin_too(self):
        self.fail(settings.AXES_FAILURE_LIMIT - 1)
        data = {"username": ADA, "password": "wrong"}
        response = self.client.post(reverse("admin:login"), data)
        self.assertEqual(response.status_code, 429)

    def test_others_need_not_wait(self):
        self.fail()
        self.sign_in(REMOTE_ADDR="192.0.2.1")
        self.assertTrue(self.is_signed_in())

    @override_settings(ADDRESS_FAILURE_LIMIT=7)
    def test_one_password_is_not_tried_on_every_name(self):
        for number in range(7):
            data = {"username": f"user{number}", "password": "Summer2026!"}
            response = self.client.post(reverse("login"), data)
            self.assertEqual(response.status_code, 200)
        self.assertEqual(self.sign_in().status_code, 429)
        self.sign_in(REMOTE_ADDR="192.0.2.1")
        self.assertTrue(self.is_signed_in())

    def test_success_forgives(self):
        self.fail(settings.AXES_FAILURE_LIMIT - 1)
        self.sign_in()
        self.client.logout()
        self.assertEqual(self.fail(1).status_code, 200)


class AddressTests(BareTests):
    def find(self, header, **meta):
        with self.settings(CLIENT_ADDRESS_HEADER=header):
            return find_client_address(RequestFactory().get("/", **meta))

    def test_without_a_proxy_nobody_can_claim_an_address(self):
        sent = {"HTTP_X_FORWARDED_FOR": "192.0.2.7"}
        self.assertEqual(self.find(None, **sent), "127.0.0.1")

    def test_proxy_knows_best(self):
        sent = {"HTTP_X_FORWARDED_FOR": "192.0.2.7, 192.0.2.8"}
        self.assertEqual(self.find("HTTP_X_FORWARDED_FOR", **sent), "192.0.2.8")

    def test_nonsense_is_no_address(self):
        sent = {"HTTP_X_REAL_IP": "unknown", "REMOTE_ADDR": ""}
        self.assertIsNone(self.find("HTTP_X_REAL_IP", **sent))


class ProfileTests(AccountTests):
    def test_needs_an_account(self):
        for name in ("profile", "password_change"):
            response = self.client.get(reverse(name))
            expected = f"{reverse('login')}?next={reverse(name)}"
            self.assertRedirects(response, expected)

    def test_changes_what_is_one_s_own(self):
        self.client.force_login(self.ada)
        self.assertContains(self.client.get(reverse("profile")), f'value="{ADA}"')
        data = list_values("ada", email="new@example.com")
        forged = {"username": "root", "is_superuser": "on"}
        response = self.client.post(reverse("profile"), data | forged, follow=True)
        self.assertSays(response, "saved")
        self.ada.refresh_from_db()
        if LOGIN != "email":
            self.assertEqual(self.ada.get_username(), ADA)
        self.assertEqual(self.ada.email, "new@example.com")
        self.assertFalse(self.ada.is_superuser)

    def test_password_change(self):
        self.client.force_login(self.ada)
        data = {"new_password1": OTHER, "new_password2": OTHER}
        address = reverse("password_change")
        response = self.client.post(address, {"old_password": "wrong", **data})
        self.assertTrue(response.context["form"].has_error("old_password"))
        response = self.client.post(
            address, {"old_password": SECRET, **data}, follow=True
        )
        self.assertSays(response, "password was changed")
        self.assertTrue(self.is_signed_in())
        self.ada.refresh_from_db()
        self.assertTrue(self.ada.check_password(OTHER))


# Mail is sent beside the answer; here, the answer waits for it.
@mock.patch.object(Thread, "start", Thread.run)
class ForgottenPasswordTests(AccountTests):
    def ask(self, address="ada@example.com", **extra):
        data = {"email": address}
        return self.client.post(reverse("password_reset"), data, follow=True, **extra)

    def test_link_sets_a_password_once(self):
        for _ in range(settings.AXES_FAILURE_LIMIT):
            self.sign_in("wrong")
        self.ask()
        [message] = mail.outbox
        self.assertEqual(message.to, ["ada@example.com"])
        self.assertIn(f"“{ADA}”", message.body)
        link = re.search(r"http://testserver(/\S+)", message.body)[1]
        page = self.client.get(link, follow=True)
        self.assertContains(page, 'autocomplete="new-password"')
        data = {"new_password1": OTHER, "new_password2": OTHER}
        response = self.client.post(page.request["PATH_INFO"], data, follow=True)
        self.assertSays(response, "new password is set")
        self.assertContains(self.client.get(link, follow=True), "used already")
        self.sign_in(OTHER)
        self.assertTrue(self.is_signed_in())

    def test_nobody_learns_who_has_an_account(self):
        known, unknown = self.ask(), self.ask("bob@example.com")
        self.assertEqual(len(mail.outbox), 1)
        self.assertEqual(known.redirect_chain, unknown.redirect_chain)
        for response in (known, unknown):
            self.assertSays(response, "If there is an account")

    def test_mailboxes_are_not_flooded(self):
        for _ in range(settings.AXES_FAILURE_LIMIT):
            self.assertEqual(self.ask().status_code, 200)
        self.assertEqual(self.ask().status_code, 429)
        self.assertEqual(len(mail.outbox), settings.AXES_FAILURE_LIMIT)

    @override_settings(SECURE_PROXY_SSL_HEADER=("HTTP_X_FORWARDED_PROTO", "https"))
    def test_link_is_right_behind_a_proxy(self):
        self.ask(HTTP_X_FORWARDED_PROTO="https", SERVER_PORT="443")
        self.assertIn("https://testserver/", mail.outbox[0].body)

    @override_settings(SENDS_MAIL=False)
    def test_app_that_sends_no_mail_says_so(self):
        self.assertContains(self.ask(), "This app sends no mail")
        self.assertEqual(mail.outbox, [])
