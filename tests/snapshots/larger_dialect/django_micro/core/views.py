from django.urls import reverse_lazy

from . import forms, generic
from .models import Job


class HomeView(generic.HomeView):
    lists = [
        ("job_list", "Jobs", Job.objects.all()),
    ]


class JobListView(generic.ListView):
    model = Job
    queryset = Job.objects.select_related("assigned_to")
    template_name = "core/job_list.html"


class JobDetailView(generic.DetailView):
    model = Job
    queryset = Job.objects.select_related("assigned_to")
    template_name = "core/job_detail.html"
    related = [
        generic.Related("notes", "Notes"),
    ]


class JobCreateView(generic.CreateView):
    model = Job
    form_class = forms.JobForm
    template_name = "core/job_create.html"


class JobUpdateView(generic.UpdateView):
    model = Job
    form_class = forms.JobEditForm
    template_name = "core/job_update.html"


class JobDeleteView(generic.DeleteView):
    model = Job
    success_url = reverse_lazy("job_list")
