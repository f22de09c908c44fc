from django.urls import reverse_lazy

from . import forms, generic
from .models import Job, Note


class HomeView(generic.HomeView):
    lists = [
        ("job_list", "Jobs", Job.objects.all()),
        ("note_list", "Notes", Note.objects.all()),
    ]


class JobListView(generic.ListView):
    model = Job
    queryset = Job.objects.select_related("assigned_to")
    template_name = "core/job_list.html"


class JobDetailView(generic.DetailView):
    model = Job
    queryset = Job.objects.select_related("assigned_to", "site")
    template_name = "core/job_detail.html"
    related = [
        generic.Related("notes", "Notes"),
        generic.Related("receipt", "Receipt"),
    ]


class JobCreateView(generic.CreateView):
    model = Job
    form_class = forms.JobForm
    template_name = "core/job_create.html"


class JobUpdateView(generic.UpdateView):
    model = Job
    form_class = forms.JobEditForm
    template_name = "core/job_update.html"


class NoteListView(generic.ListView):
    model = Note
    queryset = Note.objects.select_related("job")
    template_name = "core/note_list.html"


class NoteDetailView(generic.DetailView):
    model = Note
    queryset = Note.objects.select_related("job")
    template_name = "core/note_detail.html"


class NoteCreateView(generic.CreateView):
    model = Note
    form_class = forms.NoteForm
    template_name = "core/note_create.html"


class NoteUpdateView(generic.UpdateView):
    model = Note
    form_class = forms.NoteForm
    template_name = "core/note_update.html"


class JobDeleteView(generic.DeleteView):
    model = Job
    success_url = reverse_lazy("job_list")


class NoteDeleteView(generic.DeleteView):
    model = Note
    success_url = reverse_lazy("note_list")
