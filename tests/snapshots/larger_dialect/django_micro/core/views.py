from django.urls import reverse_lazy

from pages import generic
from pages.generic import history, put_away

from . import filters, forms
from .models import Issue, Reader


class HomeView(generic.HomeView):
    lists = [
        generic.Listing("reader_list", "Readers", Reader, chart="language"),
        generic.Listing("issue_list", "Issues", Issue, chart="seen_until"),
    ]


class ReaderListView(generic.ListView):
    model = Reader
    columns = {
        "name": "Name",
        "email": "Email",
    }
    template_name = "core/reader_list.html"
    url_name = "reader_list"
    search_fields = ["name"]
    filterset_class = filters.ReaderFilterSet
    bulk_actions = ["delete"]
    add_form = forms.ReaderForm
    add_fields = ["name", "email"]


class ReaderCreateView(generic.CreateView):
    model = Reader
    form_class = forms.ReaderForm
    template_name = "core/reader_create.html"
    success_url = reverse_lazy("reader_list")


class IssueListView(generic.ListView):
    model = Issue
    columns = {
        "title": "Title",
        "text": "Text",
        "sent_at": "Sent at",
        "seen_until": "Seen until",
    }
    template_name = "core/issue_list.html"
    url_name = "issue_list"
    search_fields = Issue.search_fields
    filterset_class = filters.IssueFilterSet
    bulk_actions = ["delete"]
    add_form = forms.IssueForm
    add_fields = ["title"]


class IssueDetailView(history.HistoryMixin, generic.DetailView):
    model = Issue
    columns = {
        "title": "Title",
        "text": "Text",
        "sent_at": "Sent at",
        "seen_until": "Seen until",
    }
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


class IssuePutAwayView(put_away.PutAwayView):
    model = Issue
    restore_page = "issue_restore"


class IssueRestoreView(put_away.RestoreView):
    model = Issue
    success_url = reverse_lazy("issue_put_away")
