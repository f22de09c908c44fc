"""What browsers are told that a page may do."""

from django.http import HttpResponse
from django.test import RequestFactory, override_settings

from ..security import NONCE, PolicyMiddleware
from ..testing import BareTests

SELF = "'self'"


class PolicyTests(BareTests):
    def ask(self, **directives):
        directives = {key.replace("_", "-"): each for key, each in directives.items()}
        with override_settings(SECURE_CSP=directives):
            answer = PolicyMiddleware(lambda request: HttpResponse())
            response = answer(RequestFactory().get("/"))
            return response["Content-Security-Policy"]

    def test_one_place_or_several(self):
        several = [SELF, "data:"]
        for form in (several, tuple(several), {*several}):
            self.assertIn(
                self.ask(img_src=form), ("img-src 'self' data:", "img-src data: 'self'")
            )
        self.assertEqual(self.ask(img_src={"b", "a"}), "img-src a b")
        self.assertEqual(self.ask(default_src=SELF), "default-src 'self'")

    def test_directives_without_places(self):
        policy = self.ask(upgrade_insecure_requests=True, sandbox=False, img_src=None)
        self.assertEqual(policy, "upgrade-insecure-requests")

    def test_placeholder_of_nonces_is_not_sent(self):
        policy = self.ask(script_src=[SELF, NONCE])
        self.assertEqual(policy, "script-src 'self'")
