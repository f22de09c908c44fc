"""Pages of one row: its neighbours and the rows that refer to it."""

import datetime
from unittest import mock
from urllib.parse import parse_qs, urlsplit

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType
from django.db.models import F
from django.db.models.functions import Lower
from django.test import RequestFactory
from django.urls import reverse
from django.utils import timezone, translation

from .. import generic
from ..adjacent_rows import get_adjacent_rows
from ..generic import details
from ..testing import LOGIN, PageTests, add_account, get_account, make_account


class ContentTypeDetailView(generic.DetailView):
    model = ContentType
    template_name = "pages/_related.html"
    related = [
        generic.Related("permission", "Rights", ("content_type",), "home", "profile"),
        generic.Related("logentry", "Entries"),
    ]


class TabTests(PageTests):
    def setUp(self):
        super().setUp()
        self.row = ContentType.objects.create(app_label="things", model="thing")

    def add(self, *names):
        for name in names:
            values = {"name": name, "codename": name, "content_type": self.row}
            Permission.objects.create(**values)

    def ask(self, query="", user=None):
        request = RequestFactory().get(f"/things/{query}")
        request.user = user or get_account()
        view = ContentTypeDetailView.as_view()
        return view(request, pk=self.row.pk).render()

    def find_tabs(self, query=""):
        return self.ask(query).context_data["tabs"]

    def test_each_tab_says_how_many_rows_it_has(self):
        self.add("a", "b")
        rights, entries = self.find_tabs()
        self.assertEqual((rights["count"], entries["count"]), ("2", "0"))
        self.assertEqual({row.name for row in rights["rows"]}, {"a", "b"})

    def test_only_the_rows_of_the_chosen_tab_are_fetched(self):
        rights, entries = self.find_tabs("?tab=logentry")
        self.assertNotIn("rows", rights)
        self.assertEqual(list(entries["rows"]), [])

    def test_an_unknown_tab_is_the_first(self):
        for query in ("?tab=group", "?tab=", "?tab=__class__"):
            chosen = [tab["is_chosen"] for tab in self.find_tabs(query)]
            self.assertEqual(chosen, [True, False])

    def test_rows_with_columns_are_a_table_with_sums(self):
        columns = {"codename": "Code", "content_type": "About", "id": "Number"}
        group = generic.Related(
            "permission",
            "Rights",
            ("content_type",),
            columns=columns,
            sums={"id": "pk"},
        )
        with mock.patch.object(ContentTypeDetailView, "related", [group]):
            with self.assertNumQueries(6):
                self.assertContains(self.ask(), "None yet.")
            self.add("a", "<b>")
            with self.assertNumQueries(6):
                response = self.ask()
        self.assertContains(response, '<th scope="col">About</th>')
        self.assertContains(response, "<td>&lt;b&gt;</td>")
        [tab] = response.context_data["tabs"]
        lines = [[text for text, _ in line[:2]] for _, line in tab["lines"]]
        self.assertCountEqual(lines, [["a", str(self.row)], ["<b>", str(self.row)]])
        self.assertEqual(tab["sums"][2].replace(",", ""), str(self.row.pk))

    def test_rows_stand_in_the_order_of_their_list(self):
        self.add("b", "a", "c")
        orders = {("codename",): "abc", ("content_type", "-codename"): "cba"}
        for keys, names in orders.items():
            group = generic.Related(
                "permission",
                "Rights",
                sort_by=keys,
                paths={"content_type": "content_type__model"},
            )
            with mock.patch.object(ContentTypeDetailView, "related", [group]):
                [tab] = self.find_tabs()
            self.assertEqual("".join(row.codename for row in tab["rows"]), names)

    def test_many_rows_are_cut_and_listed_elsewhere(self):
        self.add("a", "b", "c")
        key = self.row.pk
        self.assertNotContains(self.ask(), f'?content_type={key}"')
        with mock.patch.multiple(details, SHOWN=1, COUNTED=2):
            response = self.ask()
        self.assertContains(response, ">2+<")
        self.assertContains(response, f'{reverse("home")}?content_type={key}"')
        self.assertEqual(len(response.context_data["tabs"][0]["rows"]), 1)

    def test_large_counts_are_written_as_the_language_does(self):
        for language, text in {"en": "1,000+", "de": "1.000+"}.items():
            with mock.patch.object(details, "count_rows", return_value=1001):
                with translation.override(language):
                    self.assertEqual(self.find_tabs()[0]["count"], text)

    def test_the_way_to_add_a_row_fills_in_the_reference(self):
        address = urlsplit(self.find_tabs()[0]["add"])
        self.assertEqual(address.path, reverse("profile"))
        query = {"content_type": [str(self.row.pk)], "next": ["/things/"]}
        self.assertEqual(parse_qs(address.query), query)

    def test_who_may_only_look_adds_nothing_and_sees_no_other_tabs(self):
        self.assertContains(self.ask(), reverse("profile"))
        guest = make_account("guest", "view_contenttype", "view_permission")
        response = self.ask(user=guest)
        self.assertNotContains(response, reverse("profile"))
        [tab] = response.context_data["tabs"]
        self.assertEqual(tab["title"], "Rights")

    def test_names_are_escaped(self):
        self.add("<b>bold</b>")
        self.assertContains(self.ask(), "&lt;b&gt;bold&lt;/b&gt;")

    def test_queries_do_not_grow(self):
        # The account, the row, two neighbours, two counts and the rows.
        with self.assertNumQueries(7):
            self.ask()
        self.add(*"abcdefgh")
        with self.assertNumQueries(7):
            self.ask()


class NeighbourTests(PageTests):
    def walk(self, rows, *order):
        """Every row with those before and after it, in an order of the model."""
        with mock.patch.object(rows.model._meta, "ordering", order):
            for row in rows.order_by(*order):
                yield get_adjacent_rows(row, rows), row

    def make(self, name, **values):
        return add_account(name, **values)

    def test_they_follow_the_order_of_the_model(self):
        for name in "cab":
            Group.objects.create(name=name)
        for order in (["name"], ["-name"], ["pk"], ["-pk"], []):
            with self.subTest(order):
                groups = list(Group.objects.order_by(*order or ["pk"]))
                found = list(self.walk(Group.objects.all(), *order or ["pk"]))
                before, after = [None, *groups[:-1]], [*groups[1:], None]
                wanted = list(zip(zip(before, after, strict=True), groups, strict=True))
                self.assertEqual(found, wanted)

    def test_expressions_of_fields_are_an_order_too(self):
        for name in "cab":
            Group.objects.create(name=name)
        rows = Group.objects.all()
        for term in (F("name").asc(nulls_last=True), F("name").desc(), F("name")):
            groups = list(rows.order_by(term))
            pairs = [pair for pair, _ in self.walk(rows, term)]
            wanted = list(zip([None, *groups], [*groups[1:], None], strict=False))
            self.assertEqual(pairs, wanted)

    def test_an_order_across_a_reference_is_followed(self):
        ContentType.objects.create(app_label="things", model="aaa")
        rows = Permission.objects.all()
        order = ["content_type__model", "-pk"]
        found = list(rows.order_by(*order))
        pairs = [pair for pair, _ in self.walk(rows, *order)]
        self.assertEqual([after for _, after in pairs], [*found[1:], None])

    def test_in_no_order_that_can_be_followed_there_are_no_neighbours(self):
        Group.objects.create(name="a")
        for term in ("?", Lower("name"), Lower("name").desc()):
            pairs = list(self.walk(Group.objects.all(), term))
            self.assertEqual({pair for pair, _row in pairs}, {(None, None)})

    def test_rows_that_are_the_same_in_one_key_go_by_the_next(self):
        rows = get_user_model().objects.filter(**{f"{LOGIN}__startswith": "row"})
        for number, (first, last) in enumerate(["ab", "aa", "aa", "ba", "bb", "ba"]):
            self.make(f"row{number}", first_name=first, last_name=last)
        for order in (
            ["first_name", "pk"],
            ["-first_name", "last_name", "pk"],
            ["first_name", "-last_name", "-pk"],
        ):
            with self.subTest(order):
                users = list(rows.order_by(*order))
                pairs = [pair for pair, _ in self.walk(rows, *order)]
                self.assertEqual([after for _, after in pairs], [*users[1:], None])
                self.assertEqual([before for before, _ in pairs], [None, *users[:-1]])

    def test_a_row_without_a_place_in_the_order_has_none(self):
        rows = get_user_model().objects.filter(**{f"{LOGIN}__startswith": "row"})
        today = timezone.now()
        late = today + datetime.timedelta(days=1)
        never = self.make("row1")
        seen, again = (
            self.make("row2", last_login=today),
            self.make("row3", last_login=late),
        )
        found = {row: pair for pair, row in self.walk(rows, "last_login", "pk")}
        wanted = {never: (None, None), seen: (None, again), again: (seen, None)}
        self.assertEqual(found, wanted)
