from django.urls import reverse_lazy

from pages import generic

from . import forms
from .models import Lesson, Loan, Pupil, Teacher


class HomeView(generic.HomeView):
    lists = [
        ("pupil_list", "Pupils", Pupil.objects.all()),
        ("teacher_list", "Teachers", Teacher.objects.all()),
        ("lesson_list", "Lessons", Lesson.objects.all()),
        ("loan_list", "Loans", Loan.objects.all()),
    ]


class PupilListView(generic.ListView):
    model = Pupil
    template_name = "core/pupil_list.html"


class PupilDetailView(generic.DetailView):
    model = Pupil
    template_name = "core/pupil_detail.html"
    related = [
        generic.Related("lessons", "Lessons"),
        generic.Related("loans", "Loans"),
    ]


class PupilCreateView(generic.CreateView):
    model = Pupil
    form_class = forms.PupilForm
    template_name = "core/pupil_create.html"


class PupilUpdateView(generic.UpdateView):
    model = Pupil
    form_class = forms.PupilForm
    template_name = "core/pupil_update.html"


class LessonListView(generic.ListView):
    model = Lesson
    queryset = Lesson.objects.select_related("pupil", "teacher")
    template_name = "core/lesson_list.html"


class LessonCreateView(generic.CreateView):
    model = Lesson
    form_class = forms.LessonForm
    template_name = "core/lesson_create.html"


class LessonUpdateView(generic.UpdateView):
    model = Lesson
    form_class = forms.LessonForm
    template_name = "core/lesson_update.html"


class TeacherListView(generic.ListView):
    model = Teacher
    template_name = "core/teacher_list.html"


class TeacherCreateView(generic.CreateView):
    model = Teacher
    form_class = forms.TeacherForm
    template_name = "core/teacher_create.html"
    success_url = reverse_lazy("teacher_list")


class LoanListView(generic.ListView):
    model = Loan
    queryset = Loan.objects.select_related("pupil")
    template_name = "core/loan_list.html"


class LoanCreateView(generic.CreateView):
    model = Loan
    form_class = forms.LoanForm
    template_name = "core/loan_create.html"
    success_url = reverse_lazy("loan_list")


class PupilDeleteView(generic.DeleteView):
    model = Pupil
    success_url = reverse_lazy("pupil_list")


class TeacherDeleteView(generic.DeleteView):
    model = Teacher
    success_url = reverse_lazy("teacher_list")


class LessonDeleteView(generic.DeleteView):
    model = Lesson
    success_url = reverse_lazy("lesson_list")


class LoanDeleteView(generic.DeleteView):
    model = Loan
    success_url = reverse_lazy("loan_list")
