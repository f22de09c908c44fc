"""The page of rights: what it says is what the app does."""

from itertools import islice

from django.contrib.auth import get_user_model
from django.urls import reverse

from core import test_matrix
from records.roles import ROLES

from ..accounts.reasons import OPERATIONS, explain
from ..matrix.people import VISITOR, add_people, is_put_away
from ..matrix.rows import RowMaker
from ..testing import PageTests, add_account, get_account

MOST = 40  # rows of a model


class RightsTests(PageTests):
    def ask(self, **data):
        return self.client.get(reverse("rights"), data)

    def test_each_role_has_a_line(self):
        page = self.visit("rights")
        for title in ROLES.values():
            self.assertContains(page, f'<th scope="row">{title}</th>')

    def test_only_who_may_give_roles_reads_it(self):
        self.client.force_login(add_account("ada"))
        self.assertEqual(self.ask().status_code, 403)
        self.client.logout()
        answer = self.ask()
        self.assertTrue(answer.headers["Location"].startswith(reverse("login")))

    def test_a_question_is_answered(self):
        model = get_user_model()._meta.model_name
        account = get_account()
        name = account.get_username()
        page = self.ask(account=name, model=model, row=account.pk)
        self.assertContains(page, "Superusers may do everything.")
        self.assertEqual(len(page.context["answers"]), len(OPERATIONS))
        page = self.ask(account="nobody", model=model, row=account.pk)
        self.assertContains(page, "There is no such account.")
        page = self.ask(account=name, model=model, row="no such record")
        self.assertContains(page, "There is no such record.")

    def test_answers_are_what_the_app_was_described_to_do(self):
        tests = test_matrix.MatrixTests
        people = add_people(tests.roles, tests.rights, tests.values_of_person)
        people = [each for each in people if each.role != VISITOR]
        ruled = {each.model for each in tests.rights}
        for rows in tests.rows:
            if rows.model in ruled:
                shown = (row for row, _changes in RowMaker(rows, people).show_rows())
                there = (row for row in shown if not is_put_away(row))
                for row in islice(there, MOST):
                    for person in people:
                        self.compare(person, row)

    def compare(self, person, row):
        for name, answer in zip(OPERATIONS, explain(person.user, row), strict=True):
            wanted = person.may(name, row)
            with self.subTest(role=person.role, row=str(row), operation=name):
                if wanted is not None:
                    self.assertEqual(answer.is_allowed, wanted)
                decisive = [each for each in answer.reasons if each.decides]
                self.assertTrue(decisive)
                if answer.is_allowed:
                    self.assertTrue(all(each.holds for each in decisive))
