from django.urls import reverse_lazy

from pages import generic
from pages.generic import by_role, history, put_away, state_changes

from . import filters, forms, policies
from .models import Comment, Ticket, User


class HomeView(by_role.HomeMixin, generic.HomeView):
    lists = [
        generic.Listing(
            "ticket_list",
            "Tickets",
            Ticket,
            chart="status",
            moment="opened_at",
        ),
        generic.Listing("comment_list", "Comments", Comment, moment="written_at"),
        generic.Listing("user_list", "People", User, chart="role"),
    ]
    page_policies = {
        "ticket_list": policies.ticket_list_policy,
        "comment_list": policies.comment_list_policy,
    }


class TicketListView(by_role.ListMixin, generic.ListView):
    model = Ticket
    queryset = Ticket.objects.select_related("assignee", "reporter")
    computed = ["late"]
    page_policy = policies.ticket_list_policy
    columns = {
        "number": "Number",
        "subject": "Subject",
        "status": "Status",
        "priority": "Priority",
        "reporter": "From",
        "assignee": "Assigned to",
        "answer_by": "Answer by",
        "late": "Late",
    }
    template_name = "core/ticket_list.html"
    row_policy = policies.ticket_detail_policy
    url_name = "ticket_list"
    search_fields = Ticket.search_fields
    filterset_class = filters.TicketFilterSet
    bulk_actions = ["change", "delete"]
    edit_form = forms.TicketEditForm
    edit_fields = ["status", "priority"]
    sort_by = ["status", "-priority", "answer_by"]
    paths = {
        "reporter": "reporter__name",
        "assignee": "assignee__name",
    }
    empty_text = "Nobody has asked anything."


class TicketDetailView(
    by_role.DetailMixin,
    history.HistoryMixin,
    state_changes.StatefulMixin,
    generic.DetailView,
):
    model = Ticket
    queryset = Ticket.objects.select_related("assignee", "reporter")
    computed = ["late"]
    page_policy = policies.ticket_detail_policy
    edit_policy = policies.ticket_update_policy
    columns = {
        "subject": "Subject",
        "description": "What happened",
        "reporter": "From",
        "callback": "Call back at",
        "opened_at": "Opened",
        "status": "Status",
        "solution": "What helped",
        "priority": "Priority",
        "assignee": "Assigned to",
        "answer_by": "Answer by",
        "late": "Late",
        "minutes": "Minutes spent",
    }
    masked = ["callback"]
    template_name = "core/ticket_detail.html"
    related = [
        generic.Related(
            "comments",
            "Comments",
            select=["author"],
            index="comment_list",
            add="comment_create",
            columns={
                "written_at": "Written",
                "author": "Author",
                "text": "Text",
                "is_internal": "Internal",
            },
            link="text",
            sort_by=["written_at"],
        ),
    ]
    transition_page = "ticket_transition"


class TicketCreateView(by_role.FormMixin, generic.CreateView):
    model = Ticket
    page_policy = policies.ticket_create_policy
    form_class = forms.TicketCreateForm
    template_name = "core/ticket_create.html"


class TicketCreateView2(generic.CreateView):
    model = Ticket
    form_class = forms.TicketCreateForm2
    account_fields = ["reporter"]
    template_name = "core/ticket_create_2.html"


class TicketUpdateView(by_role.FormMixin, generic.UpdateView):
    model = Ticket
    page_policy = policies.ticket_update_policy
    form_class = forms.TicketEditForm
    template_name = "core/ticket_update.html"


class CommentListView(by_role.ListMixin, generic.ListView):
    model = Comment
    queryset = Comment.objects.select_related("author", "ticket")
    page_policy = policies.comment_list_policy
    columns = {
        "written_at": "Written",
        "author": "Author",
        "text": "Text",
        "is_internal": "Internal",
        "ticket": "Ticket",
    }
    template_name = "core/comment_list.html"
    row_policy = policies.comment_detail_policy
    url_name = "comment_list"
    search_fields = Comment.search_fields
    filterset_class = filters.CommentFilterSet
    bulk_actions = ["delete"]
    sort_by = ["written_at"]
    paths = {
        "author": "author__name",
        "ticket": "ticket__subject",
    }


class CommentDetailView(by_role.DetailMixin, history.HistoryMixin, generic.DetailView):
    model = Comment
    queryset = Comment.objects.select_related("author", "ticket")
    page_policy = policies.comment_detail_policy
    columns = {
        "ticket": "Ticket",
        "author": "Author",
        "written_at": "Written",
        "text": "Text",
        "is_internal": "Internal",
    }
    template_name = "core/comment_detail.html"


class CommentCreateView(by_role.FormMixin, generic.CreateView):
    model = Comment
    page_policy = policies.comment_create_policy
    form_class = forms.CommentCreateForm
    account_fields = ["author"]
    template_name = "core/comment_create.html"


class CommentUpdateView(generic.UpdateView):
    model = Comment
    form_class = forms.CommentEditForm
    template_name = "core/comment_update.html"


class UserListView(generic.ListView):
    model = User
    columns = {
        "name": "Name",
        "email": "Email",
        "role": "Role",
    }
    template_name = "core/user_list.html"
    url_name = "user_list"
    search_fields = User.search_fields
    filterset_class = filters.UserFilterSet
    bulk_actions = ["change", "delete"]
    edit_form = forms.UserEditForm
    edit_fields = ["role"]
    sort_by = ["name"]
    add_form = forms.UserCreateForm
    add_fields = ["name", "email"]


class UserDetailView(by_role.DetailMixin, generic.DetailView):
    model = User
    template_name = "core/user_detail.html"
    related = [
        generic.Related(
            "reporter_tickets",
            "Tickets (From)",
            select=["assignee"],
            add="ticket_create",
            is_open_by_row=True,
            columns={
                "number": "Number",
                "subject": "Subject",
                "status": "Status",
                "priority": "Priority",
                "assignee": "Assigned to",
                "answer_by": "Answer by",
                "late": "Late",
            },
            link="subject",
            computed=["late"],
            sort_by=["status", "-priority", "answer_by"],
        ),
        generic.Related(
            "assignee_tickets",
            "Tickets (Assigned to)",
            select=["reporter"],
            index="ticket_list",
            add="ticket_create",
            columns={
                "number": "Number",
                "subject": "Subject",
                "status": "Status",
                "priority": "Priority",
                "reporter": "From",
                "answer_by": "Answer by",
                "late": "Late",
            },
            link="subject",
            computed=["late"],
            sort_by=["status", "-priority", "answer_by"],
        ),
        generic.Related(
            "author_comments",
            "Comments (author)",
            select=["ticket"],
            index="comment_list",
            columns={
                "written_at": "Written",
                "text": "Text",
                "is_internal": "Internal",
                "ticket": "Ticket",
            },
            link="text",
            sort_by=["written_at"],
        ),
    ]


class UserCreateView(generic.CreateView):
    model = User
    form_class = forms.UserCreateForm
    template_name = "core/user_create.html"


class UserUpdateView(generic.UpdateView):
    model = User
    form_class = forms.UserEditForm
    template_name = "core/user_update.html"


class TicketDeleteView(by_role.PolicyMixin, generic.DeleteView):
    model = Ticket
    success_url = reverse_lazy("ticket_list")
    page_policy = policies.ticket_detail_policy


class CommentDeleteView(by_role.PolicyMixin, generic.DeleteView):
    model = Comment
    success_url = reverse_lazy("comment_list")
    page_policy = policies.comment_detail_policy


class UserDeleteView(generic.DeleteView):
    model = User
    success_url = reverse_lazy("user_list")


class TicketPutAwayView(by_role.PolicyMixin, put_away.PutAwayView):
    model = Ticket
    restore_page = "ticket_restore"
    page_policy = policies.ticket_detail_policy


class CommentPutAwayView(by_role.PolicyMixin, put_away.PutAwayView):
    model = Comment
    restore_page = "comment_restore"
    page_policy = policies.comment_detail_policy


class TicketRestoreView(by_role.PolicyMixin, put_away.RestoreView):
    model = Ticket
    success_url = reverse_lazy("ticket_put_away")
    page_policy = policies.ticket_detail_policy


class CommentRestoreView(by_role.PolicyMixin, put_away.RestoreView):
    model = Comment
    success_url = reverse_lazy("comment_put_away")
    page_policy = policies.comment_detail_policy


class TicketTransitionView(by_role.PolicyMixin, state_changes.TransitionView):
    model = Ticket
    page_policy = policies.ticket_detail_policy
