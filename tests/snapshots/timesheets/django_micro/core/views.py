from django.urls import reverse_lazy

from pages import generic, pdf
from pages.generic.importing import ImportView

from . import filters, forms
from .models import Entry, Person, Project


class HomeView(generic.HomeView):
    lists = [
        generic.Listing("person_list", "People", Person),
        generic.Listing("project_list", "Projects", Project, chart="status"),
        generic.Listing("entry_list", "Time entries", Entry),
    ]


class ProjectListView(pdf.PDFListMixin, generic.ListView):
    model = Project
    computed = [
        "hours",
        "billable_share",
        "cost",
        "left",
        "over_budget",
        "overdue",
        "latest_entry",
    ]
    columns = {
        "name": "Name",
        "status": "Status",
        "hours": "Hours",
        "billable_share": "Billable (%)",
        "cost": "Cost",
        "left": "Left of the budget",
        "over_budget": "Over budget",
        "overdue": "Overdue",
        "latest_entry": "Latest entry",
    }
    template_name = "core/project_list.html"
    url_name = "project_list"
    search_fields = Project.search_fields
    filterset_class = filters.ProjectFilterSet
    bulk_actions = ["change", "delete"]
    edit_form = forms.ProjectForm
    edit_fields = ["status"]
    sort_by = ["status", "name"]
    add_form = forms.ProjectForm
    add_fields = ["name"]


class ProjectDetailView(pdf.PDFDetailMixin, generic.DetailView):
    model = Project
    computed = [
        "days_running",
        "overdue",
        "cost",
        "left",
        "used",
        "over_budget",
        "hours",
        "billable_hours",
        "billable_share",
        "entered",
        "average_entry",
        "longest_entry",
        "first_entry",
        "latest_entry",
    ]
    columns = {
        "name": "Name",
        "status": "Status",
        "starts_on": "Starts on",
        "days_running": "Days running",
        "ends_on": "Ends on",
        "overdue": "Overdue",
        "budget": "Budget",
        "rate": "Rate per hour",
        "cost": "Cost",
        "left": "Left of the budget",
        "used": "Used (%)",
        "over_budget": "Over budget",
        "hours": "Hours",
        "billable_hours": "Billable hours",
        "billable_share": "Billable (%)",
        "entered": "Entries",
        "average_entry": "Hours per entry",
        "longest_entry": "Longest entry",
        "first_entry": "First entry",
        "latest_entry": "Latest entry",
    }
    template_name = "core/project_detail.html"
    related = [
        generic.Related(
            "entries",
            "Time entries",
            select=["person"],
            index="entry_list",
            add="entry_create",
            columns={
                "note": "What was done",
                "person": "Person",
                "starts_at": "Starts at",
                "ends_at": "Ends at",
                "breaks": "Breaks",
                "hours": "Hours",
                "billable": "Billable",
            },
            link="note",
            computed=["breaks"],
            sums={"hours": "hours"},
            sort_by=["-starts_at"],
        ),
    ]


class ProjectCreateView(generic.CreateView):
    model = Project
    form_class = forms.ProjectForm
    template_name = "core/project_create.html"


class ProjectUpdateView(generic.UpdateView):
    model = Project
    computed = ["cost", "left"]
    form_class = forms.ProjectForm
    template_name = "core/project_update.html"


class EntryListView(pdf.PDFListMixin, generic.ListView):
    model = Entry
    queryset = Entry.objects.select_related("person", "project")
    computed = ["breaks"]
    columns = {
        "note": "What was done",
        "project": "Project",
        "person": "Person",
        "starts_at": "Starts at",
        "ends_at": "Ends at",
        "breaks": "Breaks",
        "hours": "Hours",
        "billable": "Billable",
    }
    template_name = "core/entry_list.html"
    url_name = "entry_list"
    search_fields = Entry.search_fields
    filterset_class = filters.EntryFilterSet
    bulk_actions = ["change", "delete"]
    edit_form = forms.EntryForm
    edit_fields = ["billable"]
    sort_by = ["-starts_at"]
    paths = {
        "project": "project__name",
        "person": "person__name",
    }


class EntryCreateView(generic.CreateView):
    model = Entry
    form_class = forms.EntryForm
    template_name = "core/entry_create.html"


class EntryUpdateView(generic.UpdateView):
    model = Entry
    form_class = forms.EntryForm
    template_name = "core/entry_update.html"


class PersonListView(pdf.PDFListMixin, generic.ListView):
    model = Person
    computed = ["hours", "billable_share", "earned", "latest_entry"]
    columns = {
        "name": "Name",
        "hours": "Hours",
        "billable_share": "Billable (%)",
        "earned": "Earned",
        "latest_entry": "Latest entry",
    }
    template_name = "core/person_list.html"
    url_name = "person_list"
    search_fields = Person.search_fields
    filterset_class = filters.PersonFilterSet
    bulk_actions = ["delete"]
    add_form = forms.PersonForm
    add_fields = ["name", "email"]


class PersonDetailView(pdf.PDFDetailMixin, generic.DetailView):
    model = Person
    computed = ["hours", "billable_share", "earned", "breaks", "latest_entry"]
    columns = {
        "name": "Name",
        "email": "Email",
        "hours": "Hours",
        "billable_share": "Billable (%)",
        "earned": "Earned",
        "breaks": "Breaks",
        "latest_entry": "Latest entry",
    }
    template_name = "core/person_detail.html"
    related = [
        generic.Related(
            "entries",
            "Time entries",
            select=["project"],
            index="entry_list",
            add="entry_create",
            columns={
                "note": "What was done",
                "project": "Project",
                "starts_at": "Starts at",
                "ends_at": "Ends at",
                "breaks": "Breaks",
                "hours": "Hours",
                "billable": "Billable",
            },
            link="note",
            computed=["breaks"],
            sums={"hours": "hours", "breaks": "breaks"},
            sort_by=["-starts_at"],
        ),
    ]


class PersonCreateView(generic.CreateView):
    model = Person
    form_class = forms.PersonForm
    template_name = "core/person_create.html"


class PersonUpdateView(generic.UpdateView):
    model = Person
    form_class = forms.PersonForm
    template_name = "core/person_update.html"


class PersonDeleteView(generic.DeleteView):
    model = Person
    success_url = reverse_lazy("person_list")


class ProjectDeleteView(generic.DeleteView):
    model = Project
    success_url = reverse_lazy("project_list")


class EntryDeleteView(generic.DeleteView):
    model = Entry
    success_url = reverse_lazy("entry_list")


class PersonImportView(ImportView):
    list_view = PersonListView
    form_class = forms.PersonForm
    edit_form_class = forms.PersonForm


class ProjectImportView(ImportView):
    list_view = ProjectListView
    form_class = forms.ProjectForm
    edit_form_class = forms.ProjectForm


class EntryImportView(ImportView):
    list_view = EntryListView
    form_class = forms.EntryForm
    edit_form_class = forms.EntryForm
