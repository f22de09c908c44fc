from pages.filters import FilterSet

from .models import Comment, Ticket, User


class TicketFilterSet(FilterSet):
    class Meta:
        model = Ticket
        fields = {
            "status": ["exact"],
            "priority": ["exact"],
            "assignee": ["exact"],
        }
        computed = {
            "late": ["exact"],
        }
        search = {
            "assignee": ["name"],
        }


class CommentFilterSet(FilterSet):
    class Meta:
        model = Comment
        fields = {
            "ticket": ["exact"],
            "author": ["exact"],
            "is_internal": ["exact"],
        }
        search = {
            "ticket": ["subject", "description", "solution"],
            "author": ["name"],
        }


class UserFilterSet(FilterSet):
    class Meta:
        model = User
        fields = {
            "role": ["exact"],
        }
