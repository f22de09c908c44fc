"""Scenarios can be made, and only whoever develops is let in as their people."""

from io import StringIO

from django.contrib.auth import get_user
from django.core.management import CommandError, call_command
from django.test import override_settings
from django.urls import reverse

from records.scenarios import list_scenarios

from ..accounts.trying_out import list_people
from ..testing import PageTests, get_account

in_development = override_settings(DEBUG=True, ALLOWED_HOSTS=["*"])
LOCAL = {"headers": {"host": "localhost"}}


def run(*words):
    out = StringIO()
    call_command("scenario", *words, stdout=out)
    return out.getvalue()


class ScenarioTests(PageTests):
    def setUp(self):
        """Nobody is signed in."""

    def test_each_scenario_is_listed_and_made(self):
        listed = run()
        for scenario in list_scenarios():
            with self.subTest(scenario.name):
                self.assertIn(f"{scenario.name}: {scenario.title}", listed)
                self.assertIn("Made ", run(scenario.name, "--add"))
        self.assertEqual(list_people().count(), len(list_names()))

    def test_rows_that_are_there_are_not_added_to_unasked(self):
        first = list_scenarios()[0].name
        run(first)
        with self.assertRaises(CommandError):
            run(first)

    def test_scenario_that_is_not_there_is_refused(self):
        with self.assertRaises(CommandError):
            run("none of these")

    @in_development
    def test_a_fresh_database_offers_scenarios_in_development(self):
        scenario = list_scenarios()[0]
        self.assertContains(self.client.get(reverse("login"), **LOCAL), scenario.title)
        sent = {"scenario": scenario.name}
        answer = self.client.post(reverse("make_scenario"), sent, **LOCAL)
        self.assertRedirects(answer, reverse("login"), fetch_redirect_response=False)
        self.assertEqual(list_people().count(), len(scenario.people))

    @in_development
    def test_whoever_develops_signs_in_as_people_of_scenarios_alone(self):
        account = get_account()
        for scenario in list_scenarios():
            scenario().make_rows(adds=True)
        for name in [*list_names(), account.get_username()]:
            sent = {"person": name}
            answer = self.client.post(reverse("sign_in_as"), sent, **LOCAL)
            is_person = name in list_names()
            self.assertEqual(answer.status_code, 302 if is_person else 404)
            self.assertEqual(get_user(self.client).is_authenticated, is_person)
            self.client.logout()

    def test_nobody_else_is_offered_anything(self):
        for scenario in list_scenarios():
            scenario().make_rows(adds=True)
        name = next(iter(list_names()), "")
        for debug, elsewhere in (
            (False, LOCAL),
            (True, {"headers": {"host": "example.com"}}),
            (True, {"REMOTE_ADDR": "10.1.2.3", **LOCAL}),
            (True, {"HTTP_X_FORWARDED_FOR": "10.1.2.3", **LOCAL}),
        ):
            with override_settings(DEBUG=debug, ALLOWED_HOSTS=["*"]):
                page = self.client.get(reverse("login"), **elsewhere)
                self.assertNotContains(page, reverse("sign_in_as"))
                for url, sent in (
                    (reverse("sign_in_as"), {"person": name}),
                    (reverse("make_scenario"), {"scenario": list_scenarios()[0].name}),
                ):
                    answer = self.client.post(url, sent, **elsewhere)
                    self.assertEqual(answer.status_code, 404)
                self.assertFalse(get_user(self.client).is_authenticated)


def list_names():
    return {name for scenario in list_scenarios() for name in scenario.people}
