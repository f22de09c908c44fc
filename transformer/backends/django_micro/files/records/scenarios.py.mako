"""Scenarios: rows to show an app with, and people to sign in as."""

from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from django.db import transaction

% if has_asking_invariants:
from .actors import act_for
% endif
from .members import add_to_members

_scenarios = {}


class ScenarioError(Exception):
    """Why the rows of a scenario can't be made."""


class Scenario:
    """Rows that `list_rows` yields one by one, each after those that it refers to.

    `people` is what its accounts sign in with.
    """

    name = ""
    title = ""
    description = ""
    people = ()

    def __init__(self):
        self.rows = []

    def list_rows(self):
        raise NotImplementedError

    def check_room(self, model):
        """Refuse to mix the first row of a model with others; accounts there may be."""
        is_first = not any(isinstance(row, model) for row in self.rows)
        others = model._base_manager.all()
        if is_first and model is not get_user_model() and others.exists():
            raise ScenarioError(f"There are {model._meta.verbose_name_plural} already.")

    def find(self, model, text):
        """Find a row of the scenario by what it is shown as."""
        rows = (row for row in self.rows if isinstance(row, model))
        if row := next((row for row in rows if str(row) == text), None):
            return row
        name = model._meta.verbose_name
        raise ScenarioError(f"No {name} called “{text}” was made before.")

% if has_counted:
    def find_counted(self, model, number):
        """Find the row that a key which counts up from 1 would have called so."""
        rows = [row for row in self.rows if isinstance(row, model)]
        if number in range(1, len(rows) + 1):
            return rows[number - 1]
        name = model._meta.verbose_name
        raise ScenarioError(f"No {name} called “{number}” was made before.")

% endif
    def make_rows(self, password=None, adds=False):
        """Make all rows, or none; if there are some, only where it `adds` to them.

        Without a password nobody can sign in with one.
        """
        with transaction.atomic():
            for row in self.list_rows():
                if not adds:
                    self.check_room(type(row))
                if is_account := isinstance(row, get_user_model()):
                    row.set_password(password)
                save_row(row)
                if is_account:
                    add_to_members(row)
                self.rows.append(row)
        return self.rows


def save_row(row):
    """Save a row as fixtures are, with what is otherwise set by itself as given."""
    for field in filter(is_automatic, row._meta.concrete_fields):
        if getattr(row, field.attname) is None:
            field.pre_save(row, add=True)
% if has_asking_invariants:
    act_for(None, row)
% endif
    errors = list_errors(row)
    if errors:
        raise ScenarioError(f"{row._meta.verbose_name} “{row}”: {' '.join(errors)}")
    row.save_base(raw=True, force_insert=True)


def list_errors(row):
% if has_transitions:
    """What is wrong with a row, which may begin in any state."""
% else:
    """What is wrong with a row."""
% endif
    try:
        row.full_clean()
    except ValidationError as error:
% if has_transitions:
        errors = [each for part in error.error_dict.values() for each in part]
        return [text for each in errors if each.code != "start" for text in each]
% else:
        return error.messages
% endif
    return []


def is_automatic(field):
    return getattr(field, "auto_now", False) or getattr(field, "auto_now_add", False)


def register(scenario):
    """Let a scenario be found by its name."""
    _scenarios[scenario.name] = scenario
    return scenario


def list_scenarios():
    return list(_scenarios.values())


def find_scenario(name):
    """Return the scenario of a name; None if there is none."""
    return _scenarios.get(name)
