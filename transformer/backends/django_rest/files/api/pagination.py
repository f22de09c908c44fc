"""Pages of a list, which cost the same however many rows there are."""

from django.core.paginator import InvalidPage, Paginator
from django.utils.translation import gettext as _
from rest_framework import exceptions
from rest_framework.pagination import BasePagination
from rest_framework.response import Response
from rest_framework.utils.urls import remove_query_param, replace_query_param

from pages.paging import MOST, LimitedPaginator, count_rows, find_rows
from records.ordering import QuerySetSequence

from .problems import bad_parameter

SIZE, LARGEST = 25, 100
LIMITS = {"page": MOST, "page_size": LARGEST}


class RecordPagination(BasePagination):
    """Pages by number; `count` ends where nobody leafs any further."""

    def paginate_queryset(self, queryset, request, view=None):
        self.request = request
        number = self.read_number("page", 1)
        rows, size = queryset, self.read_number("page_size", SIZE)
        is_list = isinstance(rows, list)
        paginator = Paginator(rows, size) if is_list else LimitedPaginator(rows, size)
        is_narrowed = request.query_params.keys() - LIMITS.keys() - {"sort"}
        if is_narrowed and view.action == "list":
            if count_rows(view.get_queryset(), MOST) > MOST:
                paginator.count_ahead(number)
        try:
            page = self.page = paginator.page(number)
        except InvalidPage:
            raise exceptions.NotFound(_("There is no such page.")) from None
        is_long = getattr(paginator, "is_long", False)
        if is_long and not isinstance(rows, QuerySetSequence):
            page.object_list = find_rows(page)
        page.object_list = list(page.object_list)
        return page.object_list

    def read_number(self, name, default):
        text = self.request.query_params.get(name)
        if text is None:
            return default
        # So many digits are enough: nobody gets any further.
        number = int(text[:18]) if text.isascii() and text.isdecimal() else 0
        if not 1 <= number <= LIMITS[name]:
            raise bad_parameter(name, _("This isn’t a number that it may be."))
        return number

    def link(self, number):
        address = self.request.build_absolute_uri()
        if number == 1:
            return remove_query_param(address, "page")
        return replace_query_param(address, "page", number)

    def get_paginated_response(self, data):
        page, links = self.page, {"first": self.link(1)}
        if page.has_previous():
            links["prev"] = self.link(page.previous_page_number())
        if page.has_next():
            links["next"] = self.link(page.next_page_number())
        body = {
            "count": page.paginator.count,
            "truncated": getattr(page.paginator, "is_cut", False),
            "next": links.get("next"),
            "previous": links.get("prev"),
            "results": data,
        }
        spelled = (f'<{address}>; rel="{name}"' for name, address in links.items())
        return Response(body, headers={"Link": ", ".join(spelled)})
