"""Everybody asks for all there is about each kind of row: see `core/test_matrix.py`."""

from django.contrib.auth import get_user_model

from core import test_matrix
from core.api import router
from pages.matrix.answers import HINT
from pages.matrix.people import VISITOR, add_people, is_put_away
from pages.matrix.rows import Outcomes, RowMaker, undone

from ..testing import ApiTests

# What a page is called, by what the API does the same as.
PAGES = {"list": "list", "read": "detail", "update": "update", "delete": "delete"}
ACTIONS = {
    "list": "list",
    "read": "retrieve",
    "update": "partial_update",
    "delete": "destroy",
}
METHODS = {"list": "get", "read": "get", "update": "patch", "delete": "delete"}
# What isn't refused may still be wrong, or have something in its way.
DONE = {
    "list": (200,),
    "read": (200,),
    "update": (200, 204, 422),
    "delete": (204, 409),
}


class RightsTests(ApiTests):
    maxDiff = None

    def setUp(self):
        super().setUp()
        values = getattr(test_matrix.MatrixTests, "values_of_person", dict)
        self.people = add_people(test_matrix.ROLES, test_matrix.RIGHTS, values)
        self.addresses = {each.name: each for each in test_matrix.ADDRESSES}
        self.differences = []

    def test_rights(self):
        makers = {each.model: each for each in test_matrix.ROWS}
        for prefix, viewset, name in router.registry:
            model = viewset.queryset.model
            slug = name.removeprefix("api_")
            offered = [each for each in PAGES if hasattr(viewset, ACTIONS[each])]
            if model in makers:
                maker = RowMaker(makers[model], self.people)
                self.try_rows(maker, f"/api/{prefix}", slug, offered)
        if self.differences:
            self.fail("\n".join([*self.differences[:20], HINT]))

    def try_rows(self, maker, path, slug, offered):
        seen = Outcomes()
        for row, changes in maker.show_rows():
            for person in self.people:
                rights = [person.may(each, row) for each in PAGES]
                outcome = (person.role, is_put_away(row), *rights)
                if seen.add(outcome, changes):
                    for operation in offered:
                        self.try_one(operation, path, slug, person, row, changes)

    def try_one(self, operation, path, slug, person, row, changes):
        address = self.addresses.get(f"{slug}_{PAGES[operation]}")
        url = path if operation == "list" else f"{path}/{row.pk}"
        data = {} if operation == "update" else {"page_size": 100}
        with undone():
            answer = self.send(person, METHODS[operation], url, data)
        if hasattr(address, "find_asker"):
            # It may be open without a sign-in.
            person = address.find_asker(person)
        expected = self.expect(operation, address, person, row)
        said = f"{operation} {type(row).__name__} as {person.role} with {changes}"
        if expected is not None and answer.status_code not in expected:
            self.differences.append(f"{said}: {answer.status_code}, not {expected}")
        if operation == "list" and answer.status_code == 200:
            self.compare_shown(said, answer.json(), address, person, row)

    def send(self, person, method, url, data):
        if method == "get" and url.count("/") == 2:
            return person.client.get(url, data)
        if method == "patch":
            return person.client.patch(url, data, content_type="application/json")
        return getattr(person.client, method)(url)

    def compare_shown(self, said, told, address, person, row):
        wanted = person.may("list", row)
        if wanted is None or told["next"]:
            return
        wanted = wanted and has(address, person, row)
        shown = str(row.pk) in {str(v) for r in told["results"] for v in r.values()}
        if shown is not wanted:
            self.differences.append(f"{said}, shown: {shown}, not {wanted}")

    def expect(self, operation, address, person, row):
        """The statuses that may be; None if nobody says which."""
        refused = [401 if person.role == VISITOR else 403]
        allowed = person.may_at_all(operation, type(row))
        if allowed is None:
            return None
        if address is not None:
            find_variant = getattr(address, "find_variant", None)
            is_closed = operation in ("update", "delete") and (
                find_variant is not None and find_variant(person).is_read_only
            )
            lets_in = getattr(address, "lets_in", None)
            if is_closed or (lets_in and not lets_in(person)):
                return refused
        if not allowed:
            return refused
        if operation == "list":
            return [200]
        shown = person.may("read", row)
        if shown is None:
            return None
        if not shown or not has(address, person, row):
            return [404]
        is_open = person.may(operation, row)
        if is_open is None or isinstance(row, get_user_model()):
            return None
        return DONE[operation] if is_open else [403]


def has(address, person, row):
    """Whether the page that does the same has a row for somebody."""
    find = getattr(address, "has", None)
    return find is None or find(person, row)
