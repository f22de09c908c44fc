"""The start page: how many rows there are, what is new, and how they spread."""

from heapq import nlargest
from typing import NamedTuple

from django.db.models import Model
from django.urls import reverse
from django.utils.functional import cached_property

from records.permissions import may
from records.querysets import restrict

from ..charts import make_chart
% if has_page_access:
from ..page_access import is_for
% endif
from ..paging import MOST, count_rows, spell_count
from .page import PageView

RECENT = 8
CHARTS = 4


class Listing(NamedTuple):
    """A list: the name of its address, its title and the model of its rows.

    `chart` is the field whose values are drawn, `moment` the one that says when a row
    was added.
% if leads_to_forms:
    `page_action` is what the page of a row does, where that is more than to show it.
% endif
    """

    url_name: str
    title: str
    model: type[Model]
    chart: str = ""
    moment: str = ""
% if leads_to_forms:
    page_action: str = ""
% endif


class HomeView(PageView):
    """The way to every list, and what there is to see at a glance."""

    template_name = "core/home.html"
    lists = ()

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            cards=[self.describe_card(listing) for listing in self.open_lists],
            recent=self.list_recent(),
            charts=list(self.list_charts()),
            **kwargs,
        )

    @cached_property
    def open_lists(self):
        """The lists that are open to whoever asks."""
        user = self.request.user
% if has_page_access:
        lists = [each for each in self.lists if is_for(user, each.url_name)]
        return [each for each in lists if may(user, "view", each.model)]
% else:
        return [each for each in self.lists if may(user, "view", each.model)]
% endif

    def list_rows(self, listing):
        return restrict(listing.model._default_manager.all(), self.request.user)

    def describe_card(self, listing):
        text = spell_count(count_rows(self.list_rows(listing), MOST), MOST)
        return {"url_name": listing.url_name, "title": listing.title, "count": text}

    def list_recent(self):
        """The rows that were added last, whatever they are."""
        found = [
% if leads_to_forms:
            (getattr(row, listing.moment), listing, row)
% else:
            (getattr(row, listing.moment), listing.title, row)
% endif
            for listing in self.open_lists
            if listing.moment
            for row in self.list_newest(listing)
        ]
        newest = nlargest(RECENT, found, key=lambda entry: entry[0])
% if leads_to_forms:
        return [
            {
                "moment": m,
                "title": listing.title,
                "row": row,
                "is_open": self.is_open(listing, row),
            }
            for m, listing, row in newest
        ]

    def is_open(self, listing, row):
        """Whether one may see the page of a row."""
        action = listing.page_action
        return not action or may(self.request.user, action, listing.model, row)
% else:
        return [{"moment": m, "title": title, "row": row} for m, title, row in newest]
% endif

    def list_newest(self, listing):
        return self.list_rows(listing).order_by(f"-{listing.moment}", "-pk")[:RECENT]

    def list_charts(self):
        drawn = [listing for listing in self.open_lists if listing.chart][:CHARTS]
        for listing in drawn:
            rows, address = self.list_rows(listing), reverse(listing.url_name)
            if chart := make_chart(rows, listing.chart, listing.title, address):
                yield chart
