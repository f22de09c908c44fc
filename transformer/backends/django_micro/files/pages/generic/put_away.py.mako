"""Pages of the rows that were put away, for those who may delete rows."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.http import HttpResponseRedirect
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.views import generic

from records.querysets import lock_rows, restrict
from records.refusals import describe_refusal
from records.soft_deletion import list_put_away, restore

from .page import RecordMixin

SHOWN = 50


class PutAwayMixin(RecordMixin):
    """A page of rows that were put away, as far as one may see and delete them."""

    action = "delete"

    def get_queryset(self):
        user = self.request.user
% if has_policies:
        rows = restrict(restrict(list_put_away(self.model), user), user, "delete")
% else:
        rows = restrict(list_put_away(self.model), user)
% endif
        _moment, *people = self.model.deletion_fields
        return rows.select_related(*people) if people else rows


class PutAwayView(PutAwayMixin, generic.ListView):
    """The rows that were put away, each with a button that restores it.

    `restore_page` is the name of the address at which that happens.
    """

    template_name = "pages/put_away.html"
    paginate_by = SHOWN
    restore_page = ""

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        context["title"] = capfirst(self.model._meta.verbose_name_plural)
        context["entries"] = map(describe, context["object_list"])
        return context


def describe(row):
    """A row that was put away, when that was, and by whom."""
    moment, *people = (getattr(row, name) for name in row.deletion_fields)
    return {"row": row, "moment": moment, "person": next(iter(people), None)}


class RestoreView(PutAwayMixin, generic.detail.SingleObjectMixin, generic.View):
    """Restore a row."""

    success_url = ""

    def get(self, request, *args, **kwargs):
        # Signing in leads here, or coming back.
        return HttpResponseRedirect(str(self.success_url))

    def post(self, request, *args, **kwargs):
        try:
            with transaction.atomic():
                lock_rows(self.model, [self.get_object().pk])
                # Until then it may have changed, and so what one may do with it.
                row = self.get_object()
                restore(row)
        except ValidationError as error:
            messages.error(request, " ".join(error.messages))
        except IntegrityError as error:
            messages.error(request, describe_refusal(error))
        else:
            messages.success(request, _("“{}” was restored.").format(row))
        return HttpResponseRedirect(str(self.success_url))
