from django.urls import reverse_lazy

from pages import generic
from pages.generic import access, by_role, history, put_away, state_changes, versions

from . import filters, forms, policies
from .models import House, Invoice, Note, Repair, User


class HomeView(by_role.HomeMixin, generic.HomeView):
    lists = [
        generic.Listing("user_list", "People", User, chart="role"),
        generic.Listing("house_list", "Houses", House),
        generic.Listing(
            "repair_list",
            "Repairs",
            Repair,
            chart="status",
            moment="reported_at",
        ),
        generic.Listing("note_list", "Notes", Note, moment="written_at"),
        generic.Listing("invoice_list", "Invoices", Invoice, chart="paid_on"),
    ]
    page_policies = {
        "repair_list": policies.repair_list_policy,
    }


class RepairListView(by_role.ListMixin, generic.ListView):
    model = Repair
    queryset = Repair.objects.select_related("house")
    computed = ["days_open"]
    page_policy = policies.repair_list_policy
    columns = {
        "number": "No.",
        "title": "What",
        "status": "Status",
        "urgency": "Urgency",
        "house": "House",
        "days_open": "Open for (days)",
        "due": "Due",
    }
    template_name = "core/repair_list.html"
    row_policy = policies.repair_detail_policy
    url_name = "repair_list"
    search_fields = Repair.search_fields
    filterset_class = filters.RepairFilterSet
    bulk_actions = ["change", "delete"]
    edit_form = forms.RepairEditForm
    edit_fields = ["status", "urgency"]
    sort_by = ["-urgency", "due"]
    paths = {
        "house": "house__street",
    }
    add_form = forms.RepairCreateForm
    add_fields = ["title", "reporter", "house"]
    empty_text = "Nothing is broken. Enjoy the day."


class RepairDetailView(
    by_role.DetailMixin,
    history.HistoryMixin,
    state_changes.StatefulMixin,
    generic.DetailView,
):
    model = Repair
    queryset = Repair.objects.select_related("caretaker", "house", "reporter")
    page_policy = policies.repair_detail_policy
    columns = {
        "title": "Title",
        "details": "Details",
        "status": "Status",
        "urgency": "Urgency",
        "house": "House",
        "reporter": "Reporter",
        "caretaker": "Caretaker",
        "due": "Due",
        "reported_at": "Reported at",
        "finished_at": "Finished at",
        "minutes": "Minutes",
        "parts": "Parts",
        "report": "Report",
        "place": "Place",
        "is_public": "Is public",
        "revision": "Revision",
    }
    template_name = "core/repair_detail.html"
    related = [
        generic.Related(
            "notes",
            "Notes",
            select=["author"],
            index="note_list",
            add="note_create",
            columns={
                "author": "Author",
                "text": "Text",
                "written_at": "Written at",
                "is_public": "Is public",
            },
            link="text",
            sort_by=["-written_at"],
        ),
        generic.Related(
            "invoices",
            "Invoices",
            index="invoice_list",
            columns={"amount": "Amount", "sent_on": "Sent on", "paid_on": "Paid on"},
            link="amount",
        ),
    ]
    transition_page = "repair_transition"


class RepairCreateView(generic.CreateView):
    model = Repair
    form_class = forms.RepairCreateForm
    template_name = "core/repair_create.html"
    submit_title = "Report it"
    success_url = reverse_lazy("repair_list")


class RepairUpdateView(access.AccessMixin, generic.UpdateView):
    model = Repair
    page_access = policies.repair_update_access
    form_class = forms.RepairEditForm
    template_name = "core/repair_update.html"


class NoteListView(by_role.ListMixin, generic.ListView):
    model = Note
    queryset = Note.objects.select_related("author", "repair")
    columns = {
        "repair": "Repair",
        "author": "Author",
        "text": "Text",
        "written_at": "Written at",
        "is_public": "Is public",
    }
    template_name = "core/note_list.html"
    url_name = "note_list"
    search_fields = Note.search_fields
    filterset_class = filters.NoteFilterSet
    bulk_actions = ["delete"]
    sort_by = ["-written_at"]
    paths = {
        "repair": "repair__title",
        "author": "author__name",
    }


class NoteCreateView(generic.CreateView):
    model = Note
    form_class = forms.NoteForm
    template_name = "core/note_create.html"
    success_url = reverse_lazy("note_list")


class HouseListView(generic.ListView):
    model = House
    columns = {
        "street": "Street",
        "budget": "Budget",
    }
    template_name = "core/house_list.html"
    url_name = "house_list"
    search_fields = House.search_fields
    bulk_actions = ["delete"]
    add_form = forms.HouseForm
    add_fields = ["street"]


class HouseCreateView(generic.CreateView):
    model = House
    form_class = forms.HouseForm
    template_name = "core/house_create.html"
    success_url = reverse_lazy("house_list")


class InvoiceListView(by_role.ListMixin, generic.ListView):
    model = Invoice
    queryset = Invoice.objects.select_related("repair")
    columns = {
        "repair": "Repair",
        "amount": "Amount",
        "sent_on": "Sent on",
        "paid_on": "Paid on",
    }
    template_name = "core/invoice_list.html"
    url_name = "invoice_list"
    filterset_class = filters.InvoiceFilterSet
    bulk_actions = ["delete"]
    paths = {
        "repair": "repair__title",
    }


class UserListView(generic.ListView):
    model = User
    queryset = User.objects.select_related("house")
    title = "People"
    columns = {
        "email": "Email",
        "name": "Name",
        "role": "Role",
        "house": "Lives in",
        "phone": "Phone",
        "since": "Here since",
    }
    masked = ["phone"]
    template_name = "core/user_list.html"
    url_name = "user_list"
    search_fields = User.search_fields
    filterset_class = filters.UserFilterSet
    bulk_actions = ["delete"]
    paths = {
        "house": "house__street",
    }


class UserDeleteView(generic.DeleteView):
    model = User
    success_url = reverse_lazy("user_list")


class HouseDeleteView(generic.DeleteView):
    model = House
    success_url = reverse_lazy("house_list")


class RepairDeleteView(by_role.PolicyMixin, generic.DeleteView):
    model = Repair
    success_url = reverse_lazy("repair_list")
    page_policy = policies.repair_detail_policy


class NoteDeleteView(generic.DeleteView):
    model = Note
    success_url = reverse_lazy("note_list")


class InvoiceDeleteView(generic.DeleteView):
    model = Invoice
    success_url = reverse_lazy("invoice_list")


class RepairPutAwayView(by_role.PolicyMixin, put_away.PutAwayView):
    model = Repair
    restore_page = "repair_restore"
    page_policy = policies.repair_detail_policy


class NotePutAwayView(put_away.PutAwayView):
    model = Note
    restore_page = "note_restore"


class RepairRestoreView(by_role.PolicyMixin, put_away.RestoreView):
    model = Repair
    success_url = reverse_lazy("repair_put_away")
    page_policy = policies.repair_detail_policy


class NoteRestoreView(put_away.RestoreView):
    model = Note
    success_url = reverse_lazy("note_put_away")


class RepairTransitionView(by_role.PolicyMixin, state_changes.TransitionView):
    model = Repair
    page_policy = policies.repair_detail_policy


class RepairVersionsView(by_role.PolicyMixin, versions.VersionsView):
    model = Repair
    columns = {
        "title": "Title",
        "details": "Details",
        "status": "Status",
        "urgency": "Urgency",
        "house": "House",
        "reporter": "Reporter",
        "caretaker": "Caretaker",
        "due": "Due",
        "reported_at": "Reported at",
        "finished_at": "Finished at",
        "minutes": "Minutes",
        "parts": "Parts",
        "report": "Report",
        "place": "Place",
        "is_public": "Is public",
        "revision": "Revision",
    }
    restore_page = "repair_restore_version"
    form_access = policies.repair_update_access
    page_policy = policies.repair_detail_policy


class RepairRestoreVersionView(access.AccessMixin, versions.RestoreVersionView):
    model = Repair
    page_access = policies.repair_update_access
    row_policy = policies.repair_detail_policy
    form_class = forms.RepairEditForm
    versions_page = "repair_versions"
