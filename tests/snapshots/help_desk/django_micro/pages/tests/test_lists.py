"""Lists: search, filters, sorting and pages, on rows that every app has."""

import datetime
import json
from unittest import mock, skipIf

import django_filters
from django.contrib.admin.models import LogEntry
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType
from django.contrib.messages.storage.cookie import CookieStorage
from django.core.exceptions import (
    FieldDoesNotExist,
    ImproperlyConfigured,
    PermissionDenied,
)
from django.test import RequestFactory
from django.utils import timezone

from records.full_text_index import find_index
from records.ordering import QuerySetSequence

from .. import generic
from ..filters import FilterSet
from ..paging import LimitedPaginator
from ..testing import LOGIN, PageTests, add_account, get_account


class AccountFilterSet(FilterSet):
    class Meta:
        model = get_user_model()
        fields = {
            "is_staff": ["exact"],
            "last_login": ["range", "isnull"],
            "last_name": ["icontains"],
        }


class PermissionFilterSet(FilterSet):
    class Meta:
        model = Permission
        fields = {"content_type": ["exact"], "content_type__app_label": ["exact"]}
        search = {"content_type": ["model"]}


class LogFilterSet(FilterSet):
    class Meta:
        model = LogEntry
        fields = {"action_flag": ["range"], "object_id": ["icontains", "isnull"]}


class AccountListView(generic.ListView):
    model = get_user_model()
    template_name = "pages/_empty.html"
    ordering = [LOGIN]
    columns = {LOGIN: "Name", "is_staff": "Staff", "last_login": "Last seen"}
    search_fields = [LOGIN, "last_name"]
    filterset_class = AccountFilterSet


class StaffListView(AccountListView):
    def get_queryset(self):
        return super().get_queryset().filter(is_staff=True)


class PermissionListView(generic.ListView):
    model = Permission
    template_name = "pages/_toolbar.html"
    columns = {"codename": "Code", "content_type": "About"}
    filterset_class = PermissionFilterSet
    paths = {"content_type": "content_type__model"}


class LogListView(generic.ListView):
    model = LogEntry
    template_name = "pages/_empty.html"
    columns = {"object_repr": "About"}
    filterset_class = LogFilterSet


class ListTests(PageTests):
    def ask(self, query="", view=AccountListView, accept="*/*"):
        request = RequestFactory().get(f"/{query}", headers={"Accept": accept})
        request.user = get_account()
        request._messages = CookieStorage(request)
        return view.as_view()(request)

    def list_rows(self, query="", view=AccountListView):
        return list(self.ask(query, view).context_data["object_list"])

    def setUp(self):
        super().setUp()
        get_user_model().objects.update(last_login=None)

    def make(self, name, **values):
        return add_account(name, **values)

    @skipIf(find_index(get_user_model()), "Accounts are searched for whole words.")
    def test_search_looks_within_words_and_wants_them_all(self):
        anna = self.make("Anna", last_name="from Hannover")
        self.assertEqual(self.list_rows("?q=NNO"), [anna])
        self.assertEqual(self.list_rows("?q=nna+over"), [anna])
        self.assertEqual(self.list_rows("?q=nna+Rome"), [])

    @skipIf(find_index(get_user_model()), "Accounts are searched for whole words.")
    def test_search_takes_every_sign_as_it_is(self):
        row = self.make("50%_of\"it's")
        for text in ("0%25_", "%22it", "%27", "%25", "_"):
            self.assertEqual(self.list_rows(f"?q={text}"), [row])

    def test_filters_narrow_together(self):
        today = timezone.localtime()
        staff = self.make("staff", is_staff=True, last_login=today)
        self.make("other", last_login=today)
        self.make("early", is_staff=True, last_login=today - datetime.timedelta(days=3))
        day = today.date().isoformat()
        query = f"?is_staff=true&last_login_from={day}&last_login_to={day}"
        self.assertEqual(self.list_rows(query), [staff])

    def test_filter_by_a_reference(self):
        wanted = Permission.objects.first().content_type_id
        rows = self.list_rows(f"?content_type={wanted}", PermissionListView)
        self.assertEqual({row.content_type_id for row in rows}, {wanted})

    def test_filter_by_a_lookup_across_a_reference(self):
        rows = self.list_rows("?content_type__app_label=auth", PermissionListView)
        self.assertEqual({row.content_type.app_label for row in rows}, {"auth"})

    def test_filter_by_text_takes_what_has_it_within(self):
        anna = self.make("Anna", last_name="from Hannover")
        self.make("Ben", last_name="from Bonn")
        self.assertEqual(self.list_rows("?last_name=HANN"), [anna])
        self.assertEqual(self.list_rows("?last_name=%25"), [])

    def test_filter_by_numbers(self):
        account = get_account()
        for flag in (1, 2, 3):
            LogEntry.objects.create(user=account, action_flag=flag, object_repr="x")

        def list_flags(query):
            rows = self.list_rows(query, LogListView)
            return {row.action_flag for row in rows}

        self.assertEqual(list_flags("?action_flag_from=2"), {2, 3})
        self.assertEqual(list_flags("?action_flag_to=2"), {1, 2})
        self.assertEqual(list_flags("?action_flag_from=0&action_flag_to=1"), {1})
        query = "?action_flag_from=x&action_flag_to=2"
        self.assertEqual(list_flags(query), {1, 2})
        [chip] = self.ask(query, LogListView).context_data["chips"]
        self.assertEqual(chip, {"text": "Action flag: – 2", "link": "?"})
        for text in ("nan", "9" * 5000, "x", "1e5", "-1", "%00"):
            self.assertEqual(list_flags(f"?action_flag_from={text}"), {1, 2, 3})

    def test_filter_by_what_is_empty(self):
        seen = self.make("seen", last_login=timezone.now())
        self.assertEqual(self.list_rows("?last_login_empty=false"), [seen])
        self.assertNotIn(seen, self.list_rows("?last_login_empty=true"))
        account = get_account()
        for key in (None, "", "7"):
            values = {"user": account, "action_flag": 1, "object_id": key}
            LogEntry.objects.create(**values)
        for text, count in (("true", 2), ("false", 1), ("x", 3)):
            rows = self.list_rows(f"?object_id_empty={text}", LogListView)
            self.assertEqual(len(rows), count)

    def test_any_number_of_targets_can_be_filtered_by(self):
        for number in range(130):
            kind = ContentType.objects.create(app_label="core", model=f"m{number}")
        address = "?panel=filters&form-search=content_type"
        answer = self.ask(f"{address}&text=m12", PermissionListView, "application/json")
        matches = json.loads(answer.content)["matches"]
        self.assertIn({"value": str(kind.pk), "text": str(kind)}, matches)
        self.assertLess(len(matches), 21)
        option = f'<option value="{kind.pk}">{kind}</option>'
        page = self.ask(f"{address}&content_type-search=m129", PermissionListView)
        self.assertContains(page.render(), option, html=True)
        page = self.ask("?panel=filters", PermissionListView).render()
        self.assertNotContains(page, option, html=True)
        chosen = option.replace(">", " selected>", 1)
        page = self.ask(f"?panel=filters&content_type={kind.pk}", PermissionListView)
        self.assertContains(page.render(), chosen, html=True)

    def test_a_filter_that_is_not_there_says_so(self):
        class WrongListView(AccountListView):
            filter_fields = ["email"]

        with self.assertRaisesMessage(ImproperlyConfigured, "no filter by email"):
            self.ask("?email=a", WrongListView)

    def test_filters_of_others_work_too(self):
        class OwnFilterSet(AccountFilterSet):
            short = django_filters.CharFilter("last_name", "istartswith", label="Short")

        class OwnListView(AccountListView):
            filterset_class = OwnFilterSet

        anna = self.make("Anna", last_name="from Hannover")
        self.make("Ben", last_name="of Bonn")
        self.assertEqual(self.list_rows("?short=FROM", OwnListView), [anna])
        [chip] = self.ask("?short=FROM", OwnListView).context_data["chips"]
        self.assertEqual(chip, {"text": "Short: FROM", "link": "?"})

    def test_a_property_can_be_a_column(self):
        class LoudListView(AccountListView):
            columns = {"last_name": "Name", "loud": "Loud"}

        model = get_user_model()
        self.make("anna", last_name="Low")
        loud = property(lambda row: row.last_name.upper())
        with mock.patch.object(model, "loud", loud, create=True):
            answer = self.ask("?sort=loud", LoudListView)
            names, titles = answer.context_data["headings"]
            self.assertIn("link", names)
            self.assertEqual(titles["title"], "Loud")
            self.assertNotIn("link", titles)
            lines = b"".join(self.ask("?q=anna&export=csv", LoudListView)).decode()
        self.assertEqual(lines.splitlines(), ["Name,Loud", "Low,LOW"])

    def test_a_column_that_is_not_there_says_so(self):
        class WrongListView(AccountListView):
            columns = {"nothing": "Nothing"}

        with self.assertRaisesMessage(FieldDoesNotExist, "nothing"):
            self.ask(view=WrongListView)

    def test_search_looks_in_what_is_referred_to(self):
        class FoundListView(PermissionListView):
            search_fields = ["content_type__model"]

        rows = self.list_rows("?q=permission&size=100", FoundListView)
        self.assertEqual({row.content_type.model for row in rows}, {"permission"})

    def test_what_makes_no_sense_is_left_out(self):
        query = "?is_staff=x&last_login_to=x&sort=x&page=x&size=7&content_type=x"
        for view in (AccountListView, PermissionListView):
            everything = self.list_rows(view=view)
            self.assertEqual(self.list_rows(query, view), everything)

    def test_what_is_missing_comes_last_both_ways(self):
        seen = self.make("seen", last_login=timezone.now())
        for sign in ("", "-"):
            self.assertEqual(self.list_rows(f"?sort={sign}last_login")[0], seen)

    def test_marks_and_references_are_sorted(self):
        self.make("staff", is_staff=True)
        self.make("other")
        marks = [row.is_staff for row in self.list_rows("?sort=-is_staff")]
        self.assertEqual(marks, sorted(marks, reverse=True))
        rows = self.list_rows("?sort=content_type&size=100", PermissionListView)
        names = [row.content_type.model for row in rows]
        self.assertEqual(names, sorted(names))

    def test_an_address_says_only_what_was_chosen(self):
        query = "/?q=a&is_staff=&page=2&panel=add&size=50&x=y"
        view, request = AccountListView(), RequestFactory().get(query)
        request.user = get_account()
        view.setup(request)
        view.object_list = view.get_queryset()
        self.assertEqual(view.link(), "?q=a&size=50")
        self.assertEqual(view.link(sort=f"-{LOGIN}", size=None), f"?q=a&sort=-{LOGIN}")

    def test_querysets_follow_each_other(self):
        Group.objects.all().delete()
        for number in range(7):
            Group.objects.create(name=str(number))
        groups = Group.objects.order_by("name")
        early, late = groups.filter(name__lt="3"), groups.filter(name__gte="3")
        rows = QuerySetSequence(groups, [early, groups.none(), late])
        pages = LimitedPaginator(rows, 2)
        names = [[row.name for row in page] for page in pages]
        self.assertEqual(names, [["0", "1"], ["2", "3"], ["4", "5"], ["6"]])
        self.assertEqual(len(list(rows.iterator(chunk_size=2))), 7)

    def test_pages_are_those_that_the_view_asks_for(self):
        class ShortPaginator(LimitedPaginator):
            limit = 4

        class SmallListView(AccountListView):
            paginate_by = 2
            page_kwarg = "p"
            paginator_class = ShortPaginator

        for name in "abcde":
            self.make(name)
        for query in ("?p=2", f"?p=2&sort={LOGIN}", "?p=2&sort=is_staff"):
            context = self.ask(query, SmallListView).context_data
            page, paginator = context["page_obj"], context["paginator"]
            self.assertEqual(len(context["object_list"]), 2)
            self.assertEqual((page.number, paginator.num_pages), (2, 2))
            self.assertEqual((page.start_index(), page.end_index()), (3, 4))
            self.assertTrue(paginator.is_cut)
            self.assertRegex(context["page_address"], r"[?&]p=$")
        self.assertEqual(len(self.list_rows("?size=20", SmallListView)), 4)

    def test_sets_of_django_filter_serve_as_well(self):
        class PlainFilterSet(django_filters.FilterSet):
            class Meta:
                model = get_user_model()
                fields = {"last_name": ["istartswith"], "is_staff": ["exact"]}

        class PlainListView(AccountListView):
            filterset_class = PlainFilterSet

        anna = self.make("Anna", last_name="from Hannover")
        self.make("Ben", last_name="of Bonn")
        query = "?last_name__istartswith=FROM&is_staff=false"
        self.assertEqual(self.list_rows(query, PlainListView), [anna])
        chips = self.ask(query, PlainListView).context_data["chips"]
        self.assertEqual(chips[1]["link"], "?last_name__istartswith=FROM")

    def test_a_filter_that_nothing_is_asked_of_is_not_run(self):
        class WatchedFilter(django_filters.CharFilter):
            def filter(self, rows, value):
                raise AssertionError(value)

        class WatchedFilterSet(AccountFilterSet):
            watched = WatchedFilter("last_name")

        class WatchedListView(AccountListView):
            filterset_class = WatchedFilterSet

        self.assertEqual(len(self.list_rows("?is_staff=true", WatchedListView)), 1)
        with self.assertRaisesMessage(AssertionError, "x"):
            self.ask("?watched=x", WatchedListView)

    def test_a_view_may_say_in_its_own_way_what_it_requires(self):
        class GuardedListView(AccountListView):
            def get_permission_required(self):
                return ["auth.delete_group"]

        self.assertEqual(self.ask(view=GuardedListView).status_code, 200)
        request = RequestFactory().get("/")
        request.user = self.make("member")
        with self.assertRaises(PermissionDenied):
            GuardedListView.as_view()(request)

    def test_the_queryset_of_a_list_is_all_that_it_has(self):
        staff, other = self.make("staff", is_staff=True), self.make("other")
        for query in (
            "",
            f"?sort={LOGIN}",
            "?sort=-is_staff",
            "?sort=last_login",
            "?q=e",
            "?is_staff=false",
            "?last_login_from=2000-01-01",
        ):
            response = self.ask(query, StaffListView)
            self.assertNotIn(other, response.context_data["object_list"])
            self.assertLess(response.context_data["paginator"].count, 3)
        self.assertIn(staff, self.list_rows(f"?sort={LOGIN}", StaffListView))
        for name in ("csv", "excel"):
            text = b"".join(self.ask(f"?export={name}", StaffListView)).decode()
            self.assertIn("staff", text)
            self.assertNotIn("other", text)
        page = self.ask("?export=print", StaffListView)
        self.assertNotContains(page, "other")
