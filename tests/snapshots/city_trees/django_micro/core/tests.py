"""Every page of every entity, used as people use it."""

import datetime

from pages.testing import PageTests, get_account

from .models import Species, Tree, Visit, Volunteer


class SiteTests(PageTests):
    def test_home(self):
        self.visit("home")

    def test_sign_in(self):
        self.client.logout()
        self.visit("login")


def tree_values(**changes):
    return {
        "number": "sample-1",
        "species": Species.objects.first() or make_species(),
        "street": "Sample 1",
        "district": "Old Town",
        "recorded_by": get_account(),
        **changes,
    }


def make_tree():
    return Tree.objects.create(**tree_values())


def species_values(**changes):
    return {
        "name": "Sample 1",
        "latin_name": "Vt k",
        **changes,
    }


def make_species():
    return Species.objects.create(**species_values())


def volunteer_values(**changes):
    return {
        "name": "Sample 1",
        **changes,
    }


def make_volunteer():
    return Volunteer.objects.create(**volunteer_values())


def visit_values(**changes):
    return {
        "tree": Tree.objects.first() or make_tree(),
        "volunteer": Volunteer.objects.first() or make_volunteer(),
        "visited_on": datetime.date(2026, 1, 1),
        **changes,
    }


def make_visit():
    return Visit.objects.create(**visit_values())


class TreeTests(PageTests):
    model = Tree

    def test_list(self):
        row = make_tree()
        response = self.visit("tree_list")
        self.assertIn(row, response.context["object_list"])

    def test_create(self):
        self.visit("tree_create")
        self.submit("tree_create", tree_values())
        self.assertEqual(self.model.objects.count(), 1)

    def test_view(self):
        row = make_tree()
        response = self.visit("tree_detail", row)
        self.assertEqual(response.context["object"], row)

    def test_edit(self):
        row = make_tree()
        response = self.visit("tree_update", row)
        self.assertEqual(response.context["object"], row)
        self.submit("tree_update", tree_values(condition="thirsty"), row)
        row.refresh_from_db()
        self.assertEqual(row.condition, "thirsty")

    def test_delete(self):
        row = make_tree()
        response = self.visit("tree_delete", row)
        self.assertEqual(response.context["object"], row)
        self.submit("tree_delete", {}, row)
        self.assertFalse(self.model.objects.exists())


class SpeciesTests(PageTests):
    model = Species

    def test_list(self):
        row = make_species()
        response = self.visit("species_list")
        self.assertIn(row, response.context["object_list"])

    def test_create(self):
        self.visit("species_create")
        self.submit("species_create", species_values())
        self.assertEqual(self.model.objects.count(), 1)

    def test_view(self):
        row = make_species()
        response = self.visit("species_detail", row)
        self.assertEqual(response.context["object"], row)

    def test_edit(self):
        row = make_species()
        response = self.visit("species_update", row)
        self.assertEqual(response.context["object"], row)
        self.submit("species_update", species_values(name="Sample 2"), row)
        row.refresh_from_db()
        self.assertEqual(row.name, "Sample 2")

    def test_delete(self):
        row = make_species()
        response = self.visit("species_delete", row)
        self.assertEqual(response.context["object"], row)
        self.submit("species_delete", {}, row)
        self.assertFalse(self.model.objects.exists())


class VolunteerTests(PageTests):
    model = Volunteer

    def test_list(self):
        row = make_volunteer()
        response = self.visit("volunteer_list")
        self.assertIn(row, response.context["object_list"])

    def test_create(self):
        self.visit("volunteer_create")
        self.submit("volunteer_create", volunteer_values())
        self.assertEqual(self.model.objects.count(), 1)

    def test_view(self):
        row = make_volunteer()
        response = self.visit("volunteer_detail", row)
        self.assertEqual(response.context["object"], row)

    def test_edit(self):
        row = make_volunteer()
        response = self.visit("volunteer_update", row)
        self.assertEqual(response.context["object"], row)
        self.submit("volunteer_update", volunteer_values(name="Sample 2"), row)
        row.refresh_from_db()
        self.assertEqual(row.name, "Sample 2")

    def test_delete(self):
        row = make_volunteer()
        response = self.visit("volunteer_delete", row)
        self.assertEqual(response.context["object"], row)
        self.submit("volunteer_delete", {}, row)
        self.assertFalse(self.model.objects.exists())


class VisitTests(PageTests):
    model = Visit

    def test_list(self):
        row = make_visit()
        response = self.visit("visit_list")
        self.assertIn(row, response.context["object_list"])

    def test_create(self):
        self.visit("visit_create")
        self.submit("visit_create", visit_values())
        self.assertEqual(self.model.objects.count(), 1)

    def test_view(self):
        row = make_visit()
        response = self.visit("visit_detail", row)
        self.assertEqual(response.context["object"], row)

    def test_delete(self):
        row = make_visit()
        response = self.visit("visit_delete", row)
        self.assertEqual(response.context["object"], row)
        self.submit("visit_delete", {}, row)
        self.assertFalse(self.model.objects.exists())
