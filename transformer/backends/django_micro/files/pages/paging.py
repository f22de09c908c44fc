"""Pages of rows that cost the same however many rows there are.

Counting looks at every row, and so does skipping to a far page. In a large table it
stops where nobody turns pages any more: after 10,000 rows or, if the list is searched
or filtered, a few pages ahead. It then says "more than 80"; narrowing the list or
sorting it the other way round leads to what lies beyond.
"""

from copy import copy

from django.core.paginator import Paginator
from django.db import connections
from django.db.models import Count, Exists, OuterRef, Value
from django.db.models.sql.constants import INNER
from django.utils.formats import number_format
from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from records.ordering import QuerySetSequence, read_term

MOST = 10_000

# Pages beyond the one that is shown, whose rows are counted in any case.
AHEAD = 3

# Of no more rows SQLite finds those of a page soon in any way.
FEW = 1_000
# Rows that are looked at one after the other cost half of those that are sorted.
SORTED = 2
# Rows of the first pages are looked at so where nobody knows how many there are.
FIRST = 100


class LimitedPaginator(Paginator):
    """Pages of no more than `limit` rows; `is_cut` tells whether there are others."""

    limit = MOST
    is_cut = False
    is_long = False

    @cached_property
    def count(self):
        rows = self.object_list
        rows = rows.rows if isinstance(rows, QuerySetSequence) else rows
        found = count_rows(rows, self.limit)
        self.is_cut = found > self.limit
        self.is_long = self.is_cut or found > FEW
        return min(found, self.limit)

    def count_ahead(self, number):
        """Count no further than a few pages beyond the one with a number."""
        # So many digits are enough: nobody gets further than to the last page.
        text = str(number or "")[:9]
        asked = int(text) if text.isdecimal() else 1
        self.limit = min(asked + AHEAD, MOST // self.per_page) * self.per_page


def spell_position(page):
    """Where a page stands, such as "21–40 of 1,200"."""
    paginator = page.paginator
    total = number_format(paginator.count, use_l10n=True, force_grouping=True)
    # Only a LimitedPaginator knows of others.
    is_cut = getattr(paginator, "is_cut", False)
    total = _("more than %s") % total if is_cut else total
    if not page.has_other_pages():
        return total
    texts = {"first": page.start_index(), "last": page.end_index(), "total": total}
    return _("%(first)s–%(last)s of %(total)s") % texts


def spell_count(count, most):
    """A number of rows as people read it, such as "1,200", or "10,000+" for more."""
    text = number_format(min(count, most), use_l10n=True, force_grouping=True)
    return f"{text}+" if count > most else text


def count_rows(rows, most):
    """Return how many rows there are, and one more than the most if there are more."""
    if rows.query.distinct:
        return rows.values("pk").order_by()[: most + 1].count()
    # Where no column is asked for, an index may do. No field has such a name.
    found = rows.order_by().annotate(row_=Value(1)).values("row_")
    return found[: most + 1].aggregate(Count("row_"))["row___count"]


def find_rows(page):
    """Return the rows of a page of a long list, found in the way that is sooner.

    Where conditions are about what rows refer to, SQLite would begin there, find all
    rows and sort them for the few of a page, though an index has their order. So it
    goes through them in that order, row by row, unless it would pass too many others;
    then it sorts no more than keys.
    """
    rows = page.paginator.object_list
    if not (is_joined(rows) and is_sorted_by_index(rows)):
        return page.object_list
    first, last = page.start_index() - 1, page.end_index()
    keys, is_near = rows, is_soon_reached(page.paginator, last)
    if is_near and not asks_own_values(rows.query):
        return keep_order(rows)[first:last]
    if is_near:
        # An index of a value that is asked for would be taken, and not that one.
        is_wanted = Exists(rows.order_by().filter(pk=OuterRef("pk")))
        keys = rows.model._base_manager.filter(is_wanted).order_by(*name_order(rows))
    keys = keys.values_list("pk", flat=True)[first:last]
    return rows.filter(pk__in=list(keys))


def is_soon_reached(paginator, last):
    """Whether few rows of a table come before the last one of a page."""
    if paginator.is_cut and last <= FIRST:
        return True
    passed = last * estimate_count(paginator.object_list) / paginator.count
    return passed <= SORTED * paginator.count


def estimate_count(rows):
    """About how many rows a table has: SQLite numbers them, and knows the last."""
    connection = connections[rows.db]
    table = connection.ops.quote_name(rows.model._meta.db_table)
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT MAX(_rowid_) FROM {table}")
        (number,) = cursor.fetchone()
    return number or 0


def is_joined(rows):
    """Whether SQLite is asked for rows by what they refer to."""
    query = getattr(rows, "query", None)
    if query is None or connections[rows.db].vendor != "sqlite":
        return False
    # Of what isn't its own, Django doesn't know whether it is a table.
    return len(query.alias_map) > 1 and rows.model._meta.managed


def is_sorted_by_index(rows):
    """Whether rows have the order of an index of their own."""
    if not rows.query.standard_ordering:
        # They are turned round by `reverse()`, which their terms don't say.
        return False
    meta = rows.model._meta
    indexed = {index.fields[0] for index in meta.indexes if index.fields}
    names = [read_term(term)[0] for term in name_order(rows)]
    own = {"pk", *(field.name for field in meta.concrete_fields)}
    return bool(names) and names[0] in indexed and own.issuperset(names)


def name_order(rows):
    return rows.query.order_by or rows.model._meta.ordering


def asks_own_values(query):
    """Whether a condition is about a column of the rows' own table."""
    return any(
        getattr(part, "alias", None) == query.base_table
        for condition in query.where.leaves()
        for part in condition.flatten()
    )


def keep_order(rows):
    """Return rows whose tables are joined in the order in which they stand.

    That is what CROSS JOIN means to SQLite, where others choose the order themselves.
    """
    rows = rows.all()
    for alias, join in rows.query.alias_map.items():
        if join.join_type == INNER:
            kept = copy(join)
            kept.join_type = "CROSS JOIN"
            rows.query.alias_map[alias] = kept
    return rows
