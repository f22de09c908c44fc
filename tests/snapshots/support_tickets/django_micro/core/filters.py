from pages.filters import FilterSet

from .models import Comment, Ticket, User


class UserFilterSet(FilterSet):
    class Meta:
        model = User
        fields = {
            "role": ["exact"],
            "is_active": ["exact"],
            "joined_at": ["range"],
        }


class TicketFilterSet(FilterSet):
    class Meta:
        model = Ticket
        fields = {
            "status": ["exact"],
            "severity": ["exact"],
            "reporter": ["exact"],
            "assignee": ["exact"],
            "respond_by": ["range", "isnull"],
            "created_at": ["range"],
        }
        search = {
            "reporter": ["name"],
            "assignee": ["name"],
        }


class CommentFilterSet(FilterSet):
    class Meta:
        model = Comment
        fields = {
            "ticket": ["exact"],
            "author": ["exact"],
            "is_internal": ["exact"],
            "created_at": ["range"],
        }
        search = {
            "ticket": ["subject"],
            "author": ["name"],
        }
