from django.views.generic import ListView

from .models import Task


class TaskList(ListView):
    model = Task
    template_name = "core/by_hand.html"
    paginate_by = 20
