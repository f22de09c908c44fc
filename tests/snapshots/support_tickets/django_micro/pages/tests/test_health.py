"""The page that says that the app is alive."""

from django.urls import reverse

from ..testing import BareTests


class HealthTests(BareTests):
    """Without a sign-in and without the database, which may be busy or asleep."""

    def test_it_answers(self):
        response = self.client.get(reverse("healthz"))
        self.assertEqual(response.status_code, 200)
        self.assertEqual(response.text, "ok\n")
        self.assertEqual(response["Content-Type"], "text/plain")
