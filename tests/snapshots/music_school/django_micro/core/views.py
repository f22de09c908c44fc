from django.urls import reverse_lazy

from pages import generic

from . import filters, forms
from .models import Lesson, Loan, Pupil, Teacher


class HomeView(generic.HomeView):
    lists = [
        generic.Listing(
            "pupil_list",
            "Pupils",
            Pupil,
            chart="level",
            moment="joined_at",
        ),
        generic.Listing("teacher_list", "Teachers", Teacher),
        generic.Listing("lesson_list", "Lessons", Lesson, chart="priority"),
        generic.Listing("loan_list", "Instruments on loan", Loan, chart="since"),
    ]


class PupilListView(generic.ListView):
    model = Pupil
    columns = {
        "name": "Name",
        "email": "Email",
        "level": "Level",
        "fee": "Fee",
        "active": "Active",
        "notes": "Notes",
        "joined_at": "Joined at",
        "changed_at": "Changed at",
    }
    template_name = "core/pupil_list.html"
    url_name = "pupil_list"
    search_fields = Pupil.search_fields
    filterset_class = filters.PupilFilterSet
    bulk_actions = ["change", "delete"]
    edit_form = forms.PupilForm
    edit_fields = ["level", "active"]
    add_form = forms.PupilForm
    add_fields = ["name"]


class PupilDetailView(generic.DetailView):
    model = Pupil
    template_name = "core/pupil_detail.html"
    related = [
        generic.Related(
            "lessons",
            "Lessons",
            select=["teacher"],
            index="lesson_list",
            add="lesson_create",
            columns={
                "title": "Title",
                "teacher": "Teacher",
                "priority": "Priority",
                "status": "Status",
                "minutes": "Minutes",
                "starts_at": "Starts at",
            },
            link="title",
        ),
        generic.Related(
            "loans",
            "Loans",
            index="loan_list",
            add="loan_create",
            columns={
                "instrument": "Instrument",
                "since": "Since",
                "back_by": "Back by",
            },
            link="instrument",
        ),
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
    columns = {
        "title": "Title",
        "pupil": "Pupil",
        "teacher": "Teacher",
        "priority": "Priority",
        "status": "Status",
        "minutes": "Minutes",
        "starts_at": "Starts at",
    }
    template_name = "core/lesson_list.html"
    url_name = "lesson_list"
    search_fields = Lesson.search_fields
    filterset_class = filters.LessonFilterSet
    bulk_actions = ["change", "delete"]
    edit_form = forms.LessonForm
    edit_fields = ["priority", "status"]
    paths = {
        "pupil": "pupil__name",
        "teacher": "teacher__name",
    }
    add_form = forms.LessonForm
    add_fields = ["title", "pupil"]


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
    columns = {
        "name": "Name",
        "room": "Room",
    }
    template_name = "core/teacher_list.html"
    url_name = "teacher_list"
    search_fields = Teacher.search_fields
    bulk_actions = ["delete"]
    add_form = forms.TeacherForm
    add_fields = ["name"]


class TeacherCreateView(generic.CreateView):
    model = Teacher
    form_class = forms.TeacherForm
    template_name = "core/teacher_create.html"
    success_url = reverse_lazy("teacher_list")


class LoanListView(generic.ListView):
    model = Loan
    queryset = Loan.objects.select_related("pupil")
    title = "Instruments on loan"
    columns = {
        "instrument": "Instrument",
        "pupil": "Pupil",
        "since": "Since",
        "back_by": "Back by",
    }
    template_name = "core/loan_list.html"
    url_name = "loan_list"
    search_fields = Loan.search_fields
    filterset_class = filters.LoanFilterSet
    bulk_actions = ["delete"]
    paths = {
        "pupil": "pupil__name",
    }
    add_form = forms.LoanForm
    add_fields = ["instrument"]


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
