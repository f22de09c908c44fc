"""Making an account of one's own."""

from django.conf import settings
from django.contrib.auth import get_user_model
from django.urls import reverse

from ..testing import LOGIN, get_account, list_values, name_login
from .test_accounts import SECRET, AccountTests


class SignUpTests(AccountTests):
    def setUp(self):
        super().setUp()
        self.first = get_account()

    def sign_up(self, **changes):
        values = list_values("bob", email="bob@example.com")
        passwords = {"password1": SECRET, "password2": SECRET}
        data = {**values, **passwords, **changes}
        return self.client.post(reverse("sign_up"), data)

    def count_accounts(self):
        return get_user_model().objects.count()

    def test_makes_an_ordinary_account_and_signs_in(self):
        self.assertContains(self.client.get(reverse("login")), reverse("sign_up"))
        response = self.sign_up(is_staff="on", is_superuser="on")
        self.assertRedirects(response, reverse("home"))
        user = get_user_model().objects.get(**{LOGIN: name_login("bob")})
        self.assertEqual(self.client.session["_auth_user_id"], str(user.pk))
        self.assertFalse(user.is_staff or user.is_superuser)
        self.assertTrue(user.check_password(SECRET))

    def test_refuses_weak_passwords_and_goes_on_only_within_the_app(self):
        response = self.sign_up(password1="12345", password2="12345")
        self.assertTrue(response.context["form"].has_error("password2"))
        self.assertEqual(self.count_accounts(), 1)
        response = self.sign_up(next="https://example.org/")
        self.assertRedirects(response, reverse("home"))

    def test_is_not_for_who_is_signed_in(self):
        self.client.force_login(self.first)
        self.assertRedirects(self.client.get(reverse("sign_up")), reverse("home"))
        self.assertRedirects(self.sign_up(), reverse("home"))
        self.assertEqual(self.count_accounts(), 1)

    def test_leaves_the_first_account_to_the_owner(self):
        self.first.delete()
        self.assertRedirects(self.sign_up(), reverse("login"))
        self.assertEqual(self.count_accounts(), 0)

    def test_tells_only_a_few_taken_names(self):
        for _ in range(settings.AXES_FAILURE_LIMIT):
            response = self.sign_up(**{LOGIN: self.first.get_username()})
            self.assertTrue(response.context["form"].has_error(LOGIN, "unique"))
        self.assertEqual(
            self.sign_up(**{LOGIN: self.first.get_username()}).status_code, 429
        )
        self.assertEqual(self.sign_up(**{LOGIN: name_login("free")}).status_code, 429)

    def test_an_e_mail_address_tells_nothing(self):
        if LOGIN == "email":
            self.skipTest("people sign in with it")
        response = self.sign_up(email=self.first.email)
        self.assertRedirects(response, reverse("home"))
