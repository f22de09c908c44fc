from django.urls import reverse_lazy

from pages import generic

from . import filters, forms
from .models import Task


class HomeView(generic.HomeView):
    lists = [
        generic.Listing(
            "task_list",
            "Tasks",
            Task,
            chart="status",
            moment="created_at",
        ),
    ]


class TaskListView(generic.ListView):
    model = Task
    columns = {
        "title": "Title",
        "status": "Status",
        "priority": "Priority",
        "due_date": "Due",
        "completed": "Done",
    }
    template_name = "core/task_list.html"
    url_name = "task_list"
    search_fields = Task.search_fields
    filterset_class = filters.TaskFilterSet
    bulk_actions = ["change", "delete"]
    edit_form = forms.TaskEditForm
    edit_fields = ["status", "priority", "completed"]
    add_form = forms.TaskCreateForm
    add_fields = ["title"]


class TaskDetailView(generic.DetailView):
    model = Task
    template_name = "core/task_detail.html"


class TaskCreateView(generic.CreateView):
    model = Task
    form_class = forms.TaskCreateForm
    template_name = "core/task_create.html"


class TaskUpdateView(generic.UpdateView):
    model = Task
    form_class = forms.TaskEditForm
    template_name = "core/task_update.html"


class TaskDeleteView(generic.DeleteView):
    model = Task
    success_url = reverse_lazy("task_list")
