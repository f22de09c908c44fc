"""The page on which roles are given, for whoever may."""

from django.contrib import messages
from django.contrib.auth import get_user_model
from django.contrib.auth.mixins import PermissionRequiredMixin
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.generic import ListView

from records.keys import read_key
from records.permissions import GIVE_RIGHTS, GIVEN, may
from records.querysets import lock_rows, restrict
from records.roles import ROLES
from records.search import search_rows

from .giving_roles import list_given, may_give, read_roles, write_roles


@method_decorator(never_cache, name="dispatch")
class RolesView(PermissionRequiredMixin, ListView):
    """The accounts that one may see, with the roles that one may give them.

    An account is sent with all the roles that it is to have, and with those that it had
    when the page was opened, by which a change of somebody else's meanwhile is noticed.
    A program may send no more than the former. Nobody sets their own.
    """

    permission_required = GIVE_RIGHTS
    template_name = "pages/accounts/roles.html"
    paginate_by = 20

    def paginate_queryset(self, queryset, page_size):
        # As the app's lists do, it shows the last page for one beyond.
        paginator = self.get_paginator(queryset, page_size)
        page = paginator.get_page(self.request.GET.get(self.page_kwarg))
        return paginator, page, page.object_list, page.has_other_pages()

    @property
    def model(self):
        return get_user_model()

    @property
    def search_text(self):
        return self.request.GET.get("q", "").strip()[:200]

    def get_queryset(self):
        rows = restrict(self.model._default_manager.all(), self.request.user)
        if self.search_text:
            names = {self.model.USERNAME_FIELD, *self.model.search_fields}
            rows = search_rows(rows, names, self.search_text)
        rows = rows.prefetch_related(*GIVEN)
        return rows.order_by(self.model.USERNAME_FIELD)

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        given = list_given(self.request.user)
        return context | {
            "accounts": [self.describe(each, given) for each in context["page_obj"]],
            "search_text": self.search_text,
        }

    def describe(self, account, given):
        """An account, its roles, and the choices that there are, if there are any."""
        has = {group.name for group in account.groups.all()} & ROLES.keys()
        options = [
            {"name": name, "title": title, "has": name in has, "is_open": name in given}
            for name, title in ROLES.items()
        ]
        return {
            "row": account,
            "roles": [each["title"] for each in options if each["has"]],
            "options": options if self.is_open(account, has, given) else [],
        }

    def is_open(self, account, has, given):
        """Whether somebody may change the roles of an account at all."""
        user = self.request.user
        if account == user or not may(user, "change", self.model, account):
            return False
        return bool(given)

    @transaction.atomic
    def post(self, request):
        names = set(request.POST.getlist("role")) - {""}
        key = read_key(self.model._meta.pk, request.POST.get("account", ""))
        # No query of a page: what is searched for there doesn't matter.
        rows = restrict(self.model._default_manager.all(), request.user)
        lock_rows(self.model, [key])
        account = get_object_or_404(rows, pk=key)
        is_known = names <= ROLES.keys()
        is_own = account == request.user
        before = read_roles(account)
        if is_own or not (is_known and may_give(request.user, account, before, names)):
            raise PermissionDenied
        shown = request.POST.getlist("before")
        if shown and before not in (set(shown) - {""}, names):
            self.report_conflict(before)
        else:
            self.save(account, names)
        return redirect(request.get_full_path())

    def report_conflict(self, roles):
        titles = [str(title) for name, title in ROLES.items() if name in roles]
        text = _(
            "Meanwhile this was changed to “%(value)s”. Save again to replace that."
        )
        messages.error(self.request, text % {"value": ", ".join(titles) or "–"})

    def save(self, account, names):
        write_roles(account, names)
        messages.success(self.request, _("“{}” was saved.").format(account))
