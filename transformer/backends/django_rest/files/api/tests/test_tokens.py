from datetime import timedelta

from django.contrib.auth import get_user_model
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from core.api import router
from pages.testing import add_account, get_account

from ..models import PREFIX, Token, make_digest
from ..testing import ApiTests, make_token


class TokenTests(ApiTests):
    def setUp(self):
        super().setUp()
        lists = [each for each in router.registry if hasattr(each[1], "list")]
        if not lists:
            self.skipTest("there is no list")
        prefix, self.viewset, _name = lists[0]
        self.path = f"/api/{prefix}"
        self.user = get_account()

    def test_kept_hashed(self):
        secret = make_token(self.user)["Authorization"].removeprefix("Bearer ")
        token = Token.objects.get()
        kept = " ".join(map(str, vars(token).values()))
        self.assertNotIn(secret, kept)
        self.assertEqual(token.digest, make_digest(secret))

    def test_answers(self):
        answer = self.ask("get", self.path, **make_token(self.user))
        self.assertEqual(answer.status_code, 200, answer.content)
        self.assertIsNotNone(Token.objects.get().last_used_at)

    def test_wrong(self):
        for text in ("", "x", f"{PREFIX}x", "\u00e9", "x y"):
            headers = {"Authorization": f"Bearer {text}"}
            answer = self.ask("get", self.path, **headers)
            self.assert_problem(answer, 401)
            self.assertEqual(answer.headers["WWW-Authenticate"], "Bearer")

    def test_expired(self):
        past = timezone.now() - timedelta(seconds=1)
        headers = make_token(self.user, expires_at=past)
        self.assert_problem(self.ask("get", self.path, **headers), 401)

    def test_of_somebody_who_is_locked_out(self):
        headers = make_token(self.user)
        get_user_model().objects.filter(pk=self.user.pk).update(is_active=False)
        self.assert_problem(self.ask("get", self.path, **headers), 401)

    def test_revoked(self):
        headers = make_token(self.user)
        self.client.force_login(self.user)
        token = Token.objects.get()
        self.client.post(reverse("api_token_revoke", args=[token.pk]))
        self.client.logout()
        self.assert_problem(self.ask("get", self.path, **headers), 401)

    def test_for_other_rows(self):
        headers = make_token(self.user, limited_to=["nothing"])
        self.assert_problem(self.ask("get", self.path, **headers), 403, "scope")

    def test_for_these_rows(self):
        name = self.viewset.queryset.model._meta.model_name
        headers = make_token(self.user, limited_to=[name])
        self.assertEqual(self.ask("get", self.path, **headers).status_code, 200)

    def test_for_nobody_else(self):
        """Whoever has a token sees what its owner sees, whoever signs in besides."""
        other = add_account("other", is_waiting=True)
        headers = make_token(other, limited_to=["nothing"])
        self.client.force_login(self.user)
        self.assert_problem(self.ask("get", self.path, **headers), 403, "scope")

    def test_sessions_need_a_csrf_token(self):
        client = Client(enforce_csrf_checks=True)
        client.force_login(self.user)
        answer = client.post(self.path, {}, content_type="application/json")
        if answer.status_code != 405:
            self.assert_problem(answer, 403, "csrf")


class PageTests(ApiTests):
    def setUp(self):
        super().setUp()
        self.user = get_account()
        self.client.force_login(self.user)
        self.url = reverse("api_tokens")

    def test_shown_once(self):
        data = {"name": "backup", "is_read_only": "on", "valid_for": "30"}
        answer = self.client.post(self.url, data)
        secret = answer.context["secret"]
        self.assertContains(answer, secret)
        self.assertNotContains(self.client.get(self.url), secret)
        token = Token.objects.get()
        self.assertEqual(token.user, self.user)
        self.assertTrue(token.is_read_only)
        self.assertGreater(token.expires_at, timezone.now() + timedelta(days=29))

    def test_none_for_visitors(self):
        self.client.logout()
        for method in ("get", "post"):
            answer = getattr(self.client, method)(self.url, {"name": "x"})
            self.assertFalse(answer.context and "secret" in answer.context)
        self.assertFalse(Token.objects.exists())

    def test_nobody_revokes_those_of_others(self):
        make_token(add_account("other"))
        token = Token.objects.get()
        answer = self.client.post(reverse("api_token_revoke", args=[token.pk]))
        self.assertEqual(answer.status_code, 404)
        self.assertTrue(Token.objects.filter(pk=token.pk).exists())
        self.assertNotContains(self.client.get(self.url), token.start)
