from pages.filters import FilterSet

from .models import Task


class TaskFilterSet(FilterSet):
    class Meta:
        model = Task
        fields = {
            "status": ["exact"],
            "priority": ["exact"],
            "due_date": ["range", "isnull"],
            "completed": ["exact"],
            "created_at": ["range"],
        }
