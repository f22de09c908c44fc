"""The transitions that rows have made."""

from rest_framework.decorators import action

from records.tracking.records import list_changes

from .people import spell_people


class StateHistoryMixin:
    """Rows of which it is kept when who gave them which state."""

    @action(detail=True, url_path="state-changes")
    def list_state_changes(self, request, *args, **kwargs):
        self.find_workflow()
        changes = list_changes(self.get_object()).select_related("user")
        page = self.paginate_queryset(changes)
        people = spell_people(page, request.user)
        found = [
            {
                "before": each.before,
                "after": each.after,
                "made_at": each.made_at,
                "person": people[each.user_id],
            }
            for each in page
        ]
        return self.get_paginated_response(found)
