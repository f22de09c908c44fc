"""Guards: what they find lacking, and of whom."""

from dataclasses import dataclass

from pages.testing import BareTests
from records.guards import always, by, never, where


@dataclass
class Row:
    owner: str = "Ada"
    hours: int = 0


@dataclass
class Someone:
    name: str
    is_active: bool = True
    is_superuser: bool = False


ADA, BOB = Someone("Ada"), Someone("Bob")
ROOT, GONE = Someone("R", is_superuser=True), Someone("G", False, is_superuser=True)

own = by(lambda row, user: row.owner == user.name)
worked = where(lambda row: row.hours > 0, "hours")
billed = where(lambda row: row.hours > 5, "bill")


class GuardTests(BareTests):
    def check(self, guard, expected, user=BOB, **values):
        self.assertEqual(guard.explain(Row(**values), user), expected)

    def test_what_a_row_lacks_has_words(self):
        self.check(worked, ["hours"])
        self.check(worked, [], hours=1)

    def test_people_are_told_nothing(self):
        self.check(own, [], ADA)
        self.check(own, None, BOB)
        self.check(~own, None, ADA)
        self.check(~own, [], BOB)

    def test_nobody_is_asked_where_nobody_is_signed_in(self):
        self.check(own, [], None)
        self.check(~own, [], None)
        self.check(own & worked, ["hours"], None)

    def test_superusers_count_as_anybody_but_rows_have_to_fit(self):
        self.check(own & ~own, [], ROOT)
        self.check(own & worked, ["hours"], ROOT)
        self.check(own, None, GONE)

    def test_both(self):
        self.check(worked & billed, ["hours", "bill"])
        self.check(worked & billed, ["bill"], hours=1)
        self.check(own & worked, None)
        self.check(worked & own, None)

    def test_either(self):
        self.check(worked | billed, ["hours or bill"])
        self.check(worked | billed, [], hours=1)
        self.check(own | worked, ["hours"])
        self.check(worked | own, ["hours"])
        self.check(own | worked, [], ADA)
        self.check(own | own, None)

    def test_constants(self):
        self.check(always, [])
        for user in (None, BOB, ROOT):
            self.check(never, None, user)
