"""People who made an account of their own read at most until somebody lets them in."""

from django.contrib.auth import get_user_model
from django.urls import reverse

from records.permissions import find_actions, is_member

from ..accounts.waiting import list_waiting
from ..testing import PageTests, add_account, make_account, name_login

User = get_user_model()


class WaitingTests(PageTests):
    def setUp(self):
        super().setUp()
        self.waiting = make_account("waiting")
        self.sent = {"account": name_login("waiting")}

    def test_only_what_people_make_for_themselves_waits(self):
        add_account("made")
        self.assertEqual(list(list_waiting()), [self.waiting])
        self.assertNotIn("change", find_actions(self.waiting))

    def test_whoever_may_give_rights_is_told_and_lets_them_in(self):
        home = self.client.get(reverse("home"))
        self.assertContains(home, "Waiting to be let in")
        self.client.post(reverse("admit"), self.sent)
        self.assertTrue(is_member(User.objects.get(pk=self.waiting.pk)))
        self.assertNotContains(self.client.get(reverse("home")), "Waiting to be let in")

    def test_others_are_not_told_and_let_nobody_in(self):
        for account in (self.waiting, add_account("made")):
            self.client.force_login(account)
            home = self.client.get(reverse("home"))
            self.assertNotContains(home, "Waiting to be let in")
            answer = self.client.post(reverse("admit"), self.sent)
            self.assertEqual(answer.status_code, 403)
        self.assertFalse(is_member(User.objects.get(pk=self.waiting.pk)))

    def test_somebody_unknown_is_not_let_in(self):
        answer = self.client.post(reverse("admit"), {"account": "nobody"})
        self.assertEqual(answer.status_code, 404)
