"""The matrix test itself: what the app answers beside what it should."""

from urllib.parse import urlsplit

from django.core.exceptions import NON_FIELD_ERRORS
from django.urls import get_resolver, reverse

from ..testing import as_posted
from .people import VISITOR, add_people, is_put_away
from .rows import ABOUT_ROWS, Outcomes, RowMaker, find_value, undone
from .statuses import (
    SIGN_IN,
    expect_admin_statuses,
    expect_statuses,
    list_admin_pages,
)

APP = "core"
SIGN_IN_PAGE = "pages/accounts/sign_in.html"
METHODS = ("get", "post")
MOST = 20
HINT = (
    "The lists of core/test_matrix.py say what the app was described to be. Where"
    " core/policies.py or a view differs on purpose, change these lists as well;"
    " otherwise somebody may do more than they should, or less."
)


class MatrixMixin:
    """Everybody asks for every address, with each method, about each kind of row."""

    roles, rights, rows, addresses = (), (), (), ()

    @staticmethod
    def values_of_person():
        """What rules ask of people, beside their role."""
        return {}

    def setUp(self):
        self.differences = []

    def add_people(self, **values):
        self.people = add_people(
            self.roles, self.rights, self.values_of_person, **values
        )
        self.makers = {each.model: RowMaker(each, self.people) for each in self.rows}

    def compare(self, said, found, expected):
        if expected is not None and found not in expected:
            wanted = " or ".join(map(str, expected))
            self.differences.append(f"{said}: {found}, not {wanted}")

    def report(self):
        if self.differences:
            count = len(self.differences)
            shown = "\n".join(self.differences[:MOST])
            more = f"\n… and {count - MOST} more" if count > MOST else ""
            self.fail(f"{count} answers differ.\n{shown}{more}\n{HINT}")

    def ask(self, person, method, url, data=None):
        """What somebody gets; what it changes is taken back."""
        with undone():
            return getattr(person.client, method)(url, data)

    def test_every_address_is_there(self):
        """An address that nothing is said of would be asked for by nobody."""
        names = get_resolver(f"{APP}.urls").reverse_dict
        found = {name for name in names if isinstance(name, str)}
        known = {each.name for each in self.addresses}
        self.assertEqual(found, known, "Say in core/test_matrix.py what it is for.")

    def test_pages(self):
        self.add_people()
        self.try_all(self.addresses, self.try_page)
        self.report()

    def try_all(self, pages, try_page):
        """Try each page, and those about rows with all that may be allowed of a row."""
        for page in pages:
            for person in self.list_askers(page.model):
                try_page(page, person)
        for model, maker in self.makers.items():
            own = [each for each in pages if each.model is model]
            asked = [each for each in own if each.is_about_row or is_about_rows(each)]
            seen = Outcomes()
            for row, changes in maker.show_rows():
                for person in self.list_askers(model):
                    allowed = {each: person.may(each, row) for each in ABOUT_ROWS}
                    for page in asked:
                        outcome = [allowed[each] for each in page.asks]
                        outcome = (page.name, person.role, is_put_away(row), *outcome)
                        if seen.add(outcome, changes):
                            try_page(page, person, row, changes)

    def list_askers(self, model):
        """Who asks: of a model without rules a superuser, one member and a visitor."""
        is_ruled = any(each.model is model for each in self.rights)
        return self.people if is_ruled else [*self.people[:2], self.people[-1]]

    def try_page(self, address, person, row=None, changes=None):
        url = address.find_url(row)
        for method in METHODS:
            data = {"row": row.pk} if row and method == "post" else None
            answer = self.ask(person, method, url, data)
            expected = expect_statuses(address, person, method, row)
            said = describe(method, address.name, person, row, changes)
            self.compare(said, read_status(answer), expected)
            is_list = row and address.operation == "list" and method == "get"
            if is_list and answer.status_code == 200:
                shown = row in answer.context["object_list"]
                self.compare_shown(said, shown, person, row, address.has(person, row))

    def compare_shown(self, said, shown, person, row, is_there=True):
        wanted = person.may("list", row)
        if wanted is not None:
            self.compare(f"{said}, shown", shown, [wanted and is_there])

    def test_admin(self):
        self.add_people(is_staff=True)
        pages = list(list_admin_pages(APP))
        self.try_all(pages, self.try_admin)
        self.report()

    def try_admin(self, page, person, row=None, changes=None):
        url = page.find_url(row)
        for method in page.methods:
            answer = self.ask(person, method, url)
            said = describe(method, f"admin {page.name}", person, row, changes)
            said = f"{page.model.__name__}: {said}"
            if person.role == VISITOR:
                self.compare(said, read_status(answer), [SIGN_IN])
                continue
            expected = expect_admin_statuses(page, person, method, row)
            self.compare(said, answer.status_code, expected)
            if row and page.name == "changelist" and answer.status_code == 200:
                shown = row in answer.context["cl"].result_list
                self.compare_shown(said, shown, person, row)

    def test_new_rows(self):
        """A row is made where it may be, and not where it mayn’t."""
        self.add_people()
        for address in self.addresses:
            if address.values and address.model in self.makers:
                for changes in self.list_inputs(address):
                    for person in self.people:
                        self.try_new(address, person, changes)
        self.report()

    def list_inputs(self, address):
        """What is filled in otherwise than at first: one input that rules ask for."""
        form = self.people[0].client.get(address.find_url(None)).context["form"]
        options = self.makers[address.model].list_options()
        asked = {name: options[name] for name in options if name in form.fields}
        return [{}, *({name: value} for name in asked for value in asked[name])]

    def try_new(self, address, person, changes):
        model = address.model
        with undone():
            values = address.values()
            values |= {k: find_value(v) for k, v in changes.items()}
            data = {k: as_posted(v) for k, v in values.items() if v is not None}
            before = set(model._base_manager.values_list("pk", flat=True))
            answer = person.client.post(address.find_url(None), data)
            made = model._base_manager.exclude(pk__in=before).first()
            said = describe("post", address.name, person, None, changes)
            if made:
                self.compare(f"{said}, made", True, [person.may("create", made)])
            elif answer.status_code == 200 and is_refused(answer.context["form"]):
                row = answer.context["form"].instance
                self.compare(f"{said}, made", False, [person.may("create", row)])


def is_about_rows(page):
    """Whether a page shows several rows, or does something with ticked ones."""
    return page.operation in ("list", "update", "delete")


def is_refused(form):
    """Whether nothing is wrong with a form but that its row may not be made."""
    return form.has_error(NON_FIELD_ERRORS, "permission")


def read_status(answer):
    """The status; what asks to sign in is told from what leads on."""
    leads = urlsplit(answer.headers.get("Location", "")).path
    # What a visitor has filled in is kept for as long as they sign in.
    is_kept = any(each.name == SIGN_IN_PAGE for each in answer.templates)
    is_sign_in = is_kept or leads in (reverse("login"), reverse("admin:login"))
    return SIGN_IN if is_sign_in else answer.status_code


def describe(method, name, person, row, changes):
    about = "" if row is None else f" of a {type(row).__name__}"
    words = ", ".join(f"{k}={v}" for k, v in (changes or {}).items())
    return f"{method.upper()} {name}{about} as {person.role}" + (
        f" with {words}" if words else ""
    )
