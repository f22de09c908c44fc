from django.views.generic import ListView

from .models import Task


class TaskList(ListView):
    model = Task
    template_name = "core/by_hand.html"
    paginate_by = 20


class FullTaskList(TaskList):
    template_name = "core/by_hand_full.html"

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        page = context["page_obj"]
        context["page_range"] = page.paginator.get_elided_page_range(page.number)
        return context
