"""Pages that list rows."""

from django.views import generic

from ..exports import ExportMixin
from .page import PageMixin, ReadingMixin


class ListView(ExportMixin, ReadingMixin, PageMixin, generic.ListView):
    paginate_by = 20

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        if page := context["page_obj"]:
            context["page_range"] = page.paginator.get_elided_page_range(page.number)
        return context
