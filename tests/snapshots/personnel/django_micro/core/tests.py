"""Every page of every entity, used as people use it."""

import datetime
from decimal import Decimal

from pages.testing import PageTests, choose_values

from .models import Absence, Contract, Employer, Review, User


class SiteTests(PageTests):
    def test_home(self):
        self.visit("home")

    def test_sign_in(self):
        self.client.logout()
        self.visit("login")
        self.assertEqual(self.client.get("/").status_code, 302)


def employer_values(**changes):
    return {
        "name": "Sample 1",
        **changes,
    }


def make_employer():
    return Employer.objects.create(**employer_values())


def values_of_account(**changes):
    return {
        "name": "Sample 1",
        **changes,
    }


def user_values(**changes):
    return {
        "email": "sample1@example.com",
        "name": "Sample 1",
        **changes,
    }


def make_user():
    return User.objects.create(**user_values())


def contract_values(**changes):
    return choose_values(
        Contract,
        {
            "employer": Employer.objects.first() or make_employer(),
            "person": User.objects.first() or make_user(),
            "job": "Sample 1",
            "salary": Decimal("1"),
            **changes,
        },
        {
            "starts": [
                datetime.date(2026, 1, 1),
                datetime.date(2026, 1, 2),
                datetime.date(2026, 1, 9),
                datetime.date(2126, 1, 1),
            ],
            "ends": [
                None,
                datetime.date(2026, 1, 1),
                datetime.date(2026, 1, 2),
                datetime.date(2026, 1, 9),
                datetime.date(2126, 1, 1),
            ],
        },
    )


def make_contract():
    return Contract.objects.create(**contract_values())


def absence_values(**changes):
    return choose_values(
        Absence,
        {
            "employer": Employer.objects.first() or make_employer(),
            "person": User.objects.first() or make_user(),
            **changes,
        },
        {
            "starts": [
                datetime.date(2026, 1, 1),
                datetime.date(2026, 1, 2),
                datetime.date(2026, 1, 9),
                datetime.date(2126, 1, 1),
            ],
            "ends": [
                datetime.date(2026, 1, 1),
                datetime.date(2026, 1, 2),
                datetime.date(2026, 1, 9),
                datetime.date(2126, 1, 1),
            ],
        },
    )


def make_absence():
    return Absence.objects.create(**absence_values())


def review_values(**changes):
    return {
        "employer": Employer.objects.first() or make_employer(),
        "person": User.objects.first() or make_user(),
        "held_by": User.objects.first() or make_user(),
        "text": "Sample 1",
        **changes,
    }


def make_review():
    return Review.objects.create(**review_values())


class EmployerTests(PageTests):
    model = Employer

    def test_list(self):
        row = make_employer()
        response = self.visit("employer_list")
        self.assertIn(row, response.context["object_list"])

    def test_edit(self):
        row = make_employer()
        response = self.visit("employer_update", row)
        self.assertEqual(response.context["object"], row)
        self.submit("employer_update", employer_values(name="Sample 2"), row)
        row.refresh_from_db()
        self.assertEqual(row.name, "Sample 2")

    def test_delete(self):
        row = make_employer()
        response = self.visit("employer_delete", row)
        self.assertEqual(response.context["object"], row)
        self.submit("employer_delete", {}, row)
        self.assertFalse(self.model.objects.exists())


class UserTests(PageTests):
    model = User

    def test_list(self):
        row = make_user()
        response = self.visit("user_list")
        self.assertIn(row, response.context["object_list"])

    def test_create(self):
        self.visit("user_create")
        self.submit("user_create", user_values())
        self.assertEqual(self.model.objects.count(), 2)

    def test_view(self):
        row = make_user()
        response = self.visit("user_detail", row)
        self.assertEqual(response.context["object"], row)

    def test_edit(self):
        row = make_user()
        response = self.visit("user_update", row)
        self.assertEqual(response.context["object"], row)
        self.submit("user_update", user_values(name="Sample 2"), row)
        row.refresh_from_db()
        self.assertEqual(row.name, "Sample 2")

    def test_delete(self):
        row = make_user()
        response = self.visit("user_delete", row)
        self.assertEqual(response.context["object"], row)
        self.submit("user_delete", {}, row)
        self.assertFalse(self.model.objects.filter(pk=row.pk).exists())


class ContractTests(PageTests):
    model = Contract

    def test_list(self):
        row = make_contract()
        response = self.visit("contract_list")
        self.assertIn(row, response.context["object_list"])

    def test_create(self):
        self.visit("contract_create")
        self.submit("contract_create", contract_values())
        self.assertEqual(self.model.objects.count(), 1)

    def test_view(self):
        row = make_contract()
        response = self.visit("contract_detail", row)
        self.assertEqual(response.context["object"], row)

    def test_edit(self):
        row = make_contract()
        response = self.visit("contract_update", row)
        self.assertEqual(response.context["object"], row)
        self.submit("contract_update", contract_values(job="Sample 2"), row)
        row.refresh_from_db()
        self.assertEqual(row.job, "Sample 2")

    def test_delete(self):
        row = make_contract()
        response = self.visit("contract_delete", row)
        self.assertEqual(response.context["object"], row)
        self.submit("contract_delete", {}, row)
        self.assertFalse(self.model.objects.exists())


class AbsenceTests(PageTests):
    model = Absence

    def test_list(self):
        row = make_absence()
        response = self.visit("absence_list")
        self.assertIn(row, response.context["object_list"])

    def test_create(self):
        self.visit("absence_create")
        self.submit("absence_create", absence_values())
        self.assertEqual(self.model.objects.count(), 1)

    def test_view(self):
        row = make_absence()
        response = self.visit("absence_detail", row)
        self.assertEqual(response.context["object"], row)

    def test_transitions(self):
        row = make_absence()
        self.check_transitions(
            row,
            free={},
            guarded={
                "asked": ["granted", "refused", "withdrawn"],
                "granted": ["withdrawn"],
            },
        )

    def test_delete(self):
        row = make_absence()
        response = self.visit("absence_delete", row)
        self.assertEqual(response.context["object"], row)
        self.submit("absence_delete", {}, row)
        self.assertFalse(self.model.objects.exists())


class ReviewTests(PageTests):
    model = Review

    def test_list(self):
        row = make_review()
        response = self.visit("review_list")
        self.assertIn(row, response.context["object_list"])

    def test_create(self):
        self.visit("review_create")
        self.submit("review_create", review_values())
        self.assertEqual(self.model.objects.count(), 1)

    def test_view(self):
        row = make_review()
        response = self.visit("review_detail", row)
        self.assertEqual(response.context["object"], row)

    def test_edit(self):
        row = make_review()
        response = self.visit("review_update", row)
        self.assertEqual(response.context["object"], row)
        self.submit("review_update", review_values(rating=2), row)
        row.refresh_from_db()
        self.assertEqual(row.rating, 2)

    def test_delete(self):
        row = make_review()
        response = self.visit("review_delete", row)
        self.assertEqual(response.context["object"], row)
        self.submit("review_delete", {}, row)
        self.assertFalse(self.model.objects.exists())
