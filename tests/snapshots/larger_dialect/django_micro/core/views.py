from django.urls import reverse_lazy

from pages import generic

from . import forms
from .models import Issue, Reader


class HomeView(generic.HomeView):
    lists = [
        ("reader_list", "Readers", Reader.objects.all()),
        ("issue_list", "Issues", Issue.objects.all()),
    ]


class ReaderListView(generic.ListView):
    model = Reader
    template_name = "core/reader_list.html"


class ReaderCreateView(generic.CreateView):
    model = Reader
    form_class = forms.ReaderForm
    template_name = "core/reader_create.html"
    success_url = reverse_lazy("reader_list")


class IssueListView(generic.ListView):
    model = Issue
    template_name = "core/issue_list.html"


class IssueDetailView(generic.DetailView):
    model = Issue
    template_name = "core/issue_detail.html"


class IssueCreateView(generic.CreateView):
    model = Issue
    form_class = forms.IssueForm
    template_name = "core/issue_create.html"


class ReaderDeleteView(generic.DeleteView):
    model = Reader
    success_url = reverse_lazy("reader_list")


class IssueDeleteView(generic.DeleteView):
    model = Issue
    success_url = reverse_lazy("issue_list")
