from pages.filters import FilterSet

from .models import Lesson, Loan, Pupil


class PupilFilterSet(FilterSet):
    class Meta:
        model = Pupil
        fields = {
            "level": ["exact"],
            "active": ["exact"],
            "joined_at": ["range"],
        }


class LessonFilterSet(FilterSet):
    class Meta:
        model = Lesson
        fields = {
            "pupil": ["exact"],
            "teacher": ["exact"],
            "priority": ["exact"],
            "status": ["exact"],
            "starts_at": ["range", "isnull"],
        }
        search = {
            "pupil": ["name"],
            "teacher": ["name"],
        }


class LoanFilterSet(FilterSet):
    class Meta:
        model = Loan
        fields = {
            "pupil": ["exact"],
            "since": ["range", "isnull"],
            "back_by": ["range", "isnull"],
        }
        search = {
            "pupil": ["name"],
        }
