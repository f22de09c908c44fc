"""`manage.py scenario NAME` makes the rows of a scenario."""

import secrets
from collections import Counter

from django.core.management.base import BaseCommand, CommandError

from ...scenarios import ScenarioError, find_scenario, list_scenarios


class Command(BaseCommand):
    help = "Make the rows of a scenario; without a name, list the scenarios."

    def add_arguments(self, parser):
        parser.add_argument("name", nargs="?")
        parser.add_argument("--add", action="store_true", help="Add to other rows.")

    def handle(self, *args, name=None, add=False, **options):
        if name is None:
            for each in list_scenarios():
                self.stdout.write(f"{each.name}: {each.title}")
            return
        scenario = find_scenario(name)
        if scenario is None:
            names = ", ".join(each.name for each in list_scenarios())
            raise CommandError(f"There is no scenario “{name}”, only {names}.")
        self.make_rows(scenario(), add)

    def make_rows(self, scenario, add):
        password = secrets.token_urlsafe(9)
        try:
            rows = scenario.make_rows(password, add)
        except ScenarioError as error:
            raise CommandError(f"{error} Nothing was made.") from error
        for model, number in Counter(map(type, rows)).items():
            names = model._meta
            name = names.verbose_name if number == 1 else names.verbose_name_plural
            self.stdout.write(f"Made {number} {name}.")
        if scenario.people:
            people = ", ".join(scenario.people)
            self.stdout.write(f"Sign in as {people} with the password {password}")
