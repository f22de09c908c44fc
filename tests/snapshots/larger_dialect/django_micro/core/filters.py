from pages.filters import FilterSet

from .models import Issue, Reader


class ReaderFilterSet(FilterSet):
    class Meta:
        model = Reader
        fields = {
            "language": ["exact"],
        }


class IssueFilterSet(FilterSet):
    class Meta:
        model = Issue
        fields = {
            "sent_at": ["range", "isnull"],
            "seen_until": ["range", "isnull"],
        }
