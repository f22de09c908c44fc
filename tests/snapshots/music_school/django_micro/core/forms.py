from django import forms

from pages.forms import DateInput, DateTimeInput, DecimalInput, ModelForm, Reference

from .models import Lesson, Loan, Pupil, Teacher


class PupilForm(ModelForm):
    class Meta:
        model = Pupil
        fields = [
            "name",
            "email",
            "level",
            "fee",
            "active",
            "notes",
        ]
        widgets = {
            "fee": DecimalInput(attrs={"min": 0}),
            "notes": forms.Textarea(attrs={"rows": 4}),
        }


class LessonForm(ModelForm):
    references = {
        "pupil": Reference(["name"], add="pupil_create"),
        "teacher": Reference(["name"], add="teacher_create"),
    }

    class Meta:
        model = Lesson
        fields = [
            "title",
            "pupil",
            "teacher",
            "priority",
            "status",
            "minutes",
            "starts_at",
        ]
        widgets = {
            "minutes": forms.NumberInput(attrs={"min": 15, "max": 120}),
            "starts_at": DateTimeInput(),
        }


class TeacherForm(ModelForm):
    class Meta:
        model = Teacher
        fields = [
            "name",
            "room",
        ]


class LoanForm(ModelForm):
    references = {
        "pupil": Reference(["name"], add="pupil_create"),
    }

    class Meta:
        model = Loan
        fields = [
            "instrument",
            "pupil",
            "since",
            "back_by",
        ]
        widgets = {
            "since": DateInput(),
            "back_by": DateInput(),
        }
