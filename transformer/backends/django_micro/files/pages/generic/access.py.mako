"""Pages that are for some people only${", and those that are for everybody" if has_public_pages else ""}."""

from django.contrib.auth import mixins
% if has_public_pages:
from django.contrib.auth.decorators import login_not_required
from django.utils.decorators import method_decorator
% if has_public_lists:
from django.utils.functional import cached_property
% endif
from django.views.generic.detail import SingleObjectMixin

from records.permissions import is_allowed

% if has_public_forms:
from ..accounts.throttling import count_form, refuse, sends_too_often
% endif
% if has_public_lists or has_public_forms:
from ..page_access import is_listed_for_visitors
% endif
% endif


class AccessMixin(mixins.AccessMixin):
    """A page, or what belongs to one, for those whom `page_access` lets in."""

    page_access = None

    def dispatch(self, request, *args, **kwargs):
        if not self.page_access.lets_in(request.user):
            return self.handle_no_permission()
        return super().dispatch(request, *args, **kwargs)
% if has_public_pages:


@method_decorator(login_not_required, name="dispatch")
class PublicMixin(AccessMixin):
    """A page for everybody: a visitor sees what no rule keeps from whoever comes.

    What else is done from there asks for a right, which visitors may not have.
    """

    def dispatch(self, request, *args, **kwargs):
        return super().dispatch(request, *args, **kwargs)

    @property
    def is_for_visitor(self):
        is_own = self.action == type(self).action
        return is_own and not self.request.user.is_authenticated

    def has_permission(self):
        if not self.is_for_visitor:
            return super().has_permission()
        # Rules alone, as nobody else is asked for a sign-in here.
        action, model = self.page_access.action, self.page_access.model
        is_open = is_allowed(self.request.user, action, model, None)
        return is_open and mixins.PermissionRequiredMixin.has_permission(self)

    def get_object(self, queryset=None):
        if self.is_for_visitor:
            # The rows are those that rules let everybody read.
            return SingleObjectMixin.get_object(self, queryset)
        return super().get_object(queryset)
% if has_public_histories:


class PublicRowMixin(PublicMixin):
    """A row for everybody, without what became of it, which names people."""

    def get(self, request, *args, **kwargs):
        if self.is_for_visitor and request.GET.get("export") == "changes":
            return self.handle_no_permission()
        return super().get(request, *args, **kwargs)

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        if self.is_for_visitor:
            context.pop("changes", None)
            context.get("transitions", {}).pop("changes", None)
        return context
% endif
% if has_public_lists:


class PublicListMixin(PublicMixin):
    """A list for everybody, without filters by rows that no list shows to visitors."""

    @cached_property
    def filterset(self):
        found = super().filterset
        if not self.request.user.is_authenticated:
            found.filters = {
                name: each
                for name, each in found.filters.items()
                if not hides_targets(each.field)
            }
            for each in found.filters.values():
                search_names(each.field)
        return found
% endif
% if has_public_forms:


class PublicFormMixin(PublicMixin):
    """A form that everybody may send, and that is empty again afterwards.

    Visitors may send `PUBLIC_FORM_LIMIT` from one address, and then have to wait.
    """

    @property
    def offers_another(self):
        return not self.is_for_visitor

    def post(self, request, *args, **kwargs):
        if self.is_for_visitor and self.is_sent and sends_too_often(request):
            return refuse(request, is_form=True)
        return super().post(request, *args, **kwargs)

    def save(self, form):
        super().save(form)
        if self.is_for_visitor and not form.errors:
            count_form(self.request)

    def get_form(self, form_class=None):
        form = super().get_form(form_class)
        form.is_public = self.is_for_visitor
        for field in form.fields.values() if form.is_public else ():
            if hides_targets(field):
                field.queryset = field.queryset.none()
            search_names(field)
        return form
% endif
% if has_public_lists or has_public_forms:


def hides_targets(field):
    """Whether a field offers rows that no list shows to visitors."""
    rows = getattr(field, "queryset", None)
    return rows is not None and not is_listed_for_visitors(rows.model)


def search_names(field):
    """Let a field find rows by what they go by: that is what visitors see of them."""
    if search := getattr(field.widget, "search", ()):
        keys = (path for path in search[1:] if path.endswith("pk"))
        field.widget.search = (search[0], *keys)
% endif
% endif
