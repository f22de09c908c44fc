"""Every page of every entity, used as people use it."""

from pages.testing import PageTests


class SiteTests(PageTests):
    def test_home(self):
        self.visit("home")

    def test_sign_in(self):
        self.client.logout()
        self.visit("login")
        self.assertEqual(self.client.get("/").status_code, 302)
