"""Pages of one row."""

from typing import NamedTuple

from django.views import generic

from .page import PageMixin, ReadingMixin

RELATED_SHOWN = 20


class Related(NamedTuple):
    """Rows that refer to the one on a page, by the name of the way back to them."""

    name: str
    title: str
    select: tuple[str, ...] = ()


class DetailView(ReadingMixin, PageMixin, generic.DetailView):
    related = ()

    def get_context_data(self, **kwargs):
        related = [self.get_related(*entry) for entry in self.related]
        return super().get_context_data(related=related, **kwargs)

    def get_related(self, name, title, select=()):
        reference = self.model._meta.get_field(name)
        rows = reference.related_model._default_manager.filter(
            **{reference.field.name: self.object}
        )
        if select:
            rows = rows.select_related(*select)
        count = rows.count()
        return {
            "title": title,
            "is_single": reference.one_to_one,
            "count": count,
            "rows": rows[:RELATED_SHOWN],
            "more": max(count - RELATED_SHOWN, 0),
        }
