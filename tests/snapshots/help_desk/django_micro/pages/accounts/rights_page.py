"""The page that says who may do what, and why, for whoever may give roles."""

from django import forms
from django.apps import apps
from django.contrib.auth import get_user_model
from django.contrib.auth.mixins import PermissionRequiredMixin
from django.utils.decorators import method_decorator
from django.utils.functional import cached_property
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.generic import TemplateView

from core.rights import PAGES, RIGHTS, TRANSITIONS
from records.hidden_values import hides_path
from records.keys import read_key
from records.permissions import APP, GIVE_RIGHTS
from records.querysets import restrict
from records.roles import ROLES
from records.search import search_rows
from records.transitions import find_workflow

from ..forms import BootstrapMixin
from .reasons import OPERATIONS, explain

PEOPLE = {"visitor": _("Visitors"), "no role": _("Without a role")}
MOST = 10


def list_tables():
    """For each model a line for each role, with what may be done in each column."""
    for name, rights in RIGHTS.items():
        lines = [
            (name_people(who), list(told.values())) for who, told in rights.items()
        ]
        model = apps.get_model(APP, name)
        yield capfirst(model._meta.verbose_name_plural), lines


def list_workflows():
    """For each model with states a line for each change, with who may make it."""
    for name, changes in TRANSITIONS.items():
        model = apps.get_model(APP, name)
        people = [name_people(who) for who in next(iter(changes.values()))]
        lines = [(change, list(told.values())) for change, told in changes.items()]
        title = capfirst(model._meta.verbose_name_plural)
        yield f"{title} · {find_workflow(model).title}", people, lines


def list_pages():
    return [(page, name_people(who), rule) for page, who, rule in PAGES]


def name_people(who):
    return ROLES.get(who) or PEOPLE.get(who, who)


class QuestionForm(BootstrapMixin, forms.Form):
    """Who asks for what: an account by its name, and a row by its key or its words."""

    account = forms.CharField(label=_("Account"), max_length=254)
    model = forms.ChoiceField(label=_("Kind"))
    row = forms.CharField(label=_("Record"), max_length=200)

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.user = user
        models = [apps.get_model(APP, name) for name in RIGHTS]
        self.fields["model"].choices = [
            (each._meta.model_name, capfirst(each._meta.verbose_name))
            for each in models
        ]

    def clean_account(self):
        accounts = get_user_model()
        name = {f"{accounts.USERNAME_FIELD}__iexact": self.cleaned_data["account"]}
        found = restrict(accounts._default_manager.all(), self.user).filter(**name)
        if len(found) != 1:
            raise forms.ValidationError(_("There is no such account."))
        return found[0]

    def clean(self):
        cleaned = super().clean()
        if not self.errors and not self.rows:
            self.add_error("row", _("There is no such record."))
        return cleaned

    @cached_property
    def rows(self):
        """The rows that may be meant, of those that whoever asks may see themselves."""
        model = apps.get_model(APP, self.cleaned_data["model"])
        text = self.cleaned_data["row"]
        rows = restrict(model._default_manager.all(), self.user, "read")
        key = read_key(model._meta.pk, text)
        if key is not None and (found := rows.filter(pk=key)[:1]):
            return list(found)
        fields = getattr(model, "search_fields", ())
        fields = [each for each in fields if not hides_path(self.user, model, each)]
        return list(search_rows(rows, fields, text)[:MOST]) if fields else []


@method_decorator(never_cache, name="dispatch")
class RightsView(PermissionRequiredMixin, TemplateView):
    permission_required = GIVE_RIGHTS
    template_name = "pages/accounts/rights.html"

    def get_context_data(self, **kwargs):
        data, user = self.request.GET, self.request.user
        form = QuestionForm(data if "account" in data else None, user=user)
        context = {"form": form, "tables": list_tables(), "operations": OPERATIONS}
        context["workflows"] = list_workflows()
        context["pages"] = list_pages()
        if form.is_bound and form.is_valid():
            account, rows = form.cleaned_data["account"], form.rows
            context |= {"account": account, "rows": rows}
            if len(rows) == 1:
                context["answers"] = explain(account, rows[0], user)
        return super().get_context_data(**context, **kwargs)
