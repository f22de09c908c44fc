from django.urls import reverse_lazy

from pages import generic

from . import filters, forms
from .models import Comment, Ticket, User


class HomeView(generic.HomeView):
    lists = [
        generic.Listing("user_list", "People", User, chart="role", moment="joined_at"),
        generic.Listing(
            "ticket_list",
            "Tickets",
            Ticket,
            chart="status",
            moment="created_at",
        ),
        generic.Listing("comment_list", "Comments", Comment, moment="created_at"),
    ]


class TicketListView(generic.ListView):
    model = Ticket
    queryset = Ticket.objects.select_related("assignee", "reporter")
    columns = {
        "number": "No.",
        "subject": "Subject",
        "status": "Status",
        "severity": "Severity",
        "reporter": "From",
        "assignee": "Assigned to",
        "respond_by": "Answer by",
    }
    template_name = "core/ticket_list.html"
    url_name = "ticket_list"
    search_fields = Ticket.search_fields
    filterset_class = filters.TicketFilterSet
    bulk_actions = ["change", "delete"]
    edit_form = forms.TicketEditForm
    edit_fields = ["status", "severity"]
    paths = {
        "reporter": "reporter__name",
        "assignee": "assignee__name",
    }


class TicketDetailView(generic.DetailView):
    model = Ticket
    queryset = Ticket.objects.select_related("assignee", "reporter")
    template_name = "core/ticket_detail.html"
    related = [
        generic.Related(
            "comments",
            "Comments",
            select=["author"],
            index="comment_list",
            add="comment_create",
            columns={
                "author": "Author",
                "text": "Comment",
                "is_internal": "Internal",
                "created_at": "Written",
            },
            link="text",
        ),
    ]


class TicketCreateView(generic.CreateView):
    model = Ticket
    form_class = forms.TicketCreateForm
    template_name = "core/ticket_create.html"
    submit_title = "Open the ticket"
    success_url = reverse_lazy("ticket_list")


class TicketUpdateView(generic.UpdateView):
    model = Ticket
    form_class = forms.TicketEditForm
    template_name = "core/ticket_update.html"


class CommentListView(generic.ListView):
    model = Comment
    queryset = Comment.objects.select_related("author", "ticket")
    columns = {
        "ticket": "Ticket",
        "author": "Author",
        "text": "Comment",
        "is_internal": "Internal",
        "created_at": "Written",
    }
    template_name = "core/comment_list.html"
    url_name = "comment_list"
    search_fields = Comment.search_fields
    filterset_class = filters.CommentFilterSet
    bulk_actions = ["delete"]
    paths = {
        "ticket": "ticket__subject",
        "author": "author__name",
    }


class CommentCreateView(generic.CreateView):
    model = Comment
    form_class = forms.CommentForm
    template_name = "core/comment_create.html"
    success_url = reverse_lazy("comment_list")


class UserListView(generic.ListView):
    model = User
    title = "People"
    columns = {
        "name": "Name",
        "email": "Email",
        "role": "Role",
        "is_active": "Active",
    }
    template_name = "core/user_list.html"
    url_name = "user_list"
    search_fields = User.search_fields
    filterset_class = filters.UserFilterSet
    bulk_actions = ["change", "delete"]
    edit_form = forms.UserEditForm
    edit_fields = ["role", "is_active"]
    add_form = forms.UserCreateForm
    add_fields = ["name", "email"]


class UserDetailView(generic.DetailView):
    model = User
    template_name = "core/user_detail.html"
    related = [
        generic.Related(
            "reporter_tickets",
            "Tickets (reporter)",
            select=["assignee"],
            index="ticket_list",
            add="ticket_create",
            columns={
                "number": "No.",
                "subject": "Subject",
                "status": "Status",
                "severity": "Severity",
                "assignee": "Assigned to",
                "respond_by": "Answer by",
            },
            link="subject",
        ),
        generic.Related(
            "assignee_tickets",
            "Tickets (assignee)",
            select=["reporter"],
            index="ticket_list",
            columns={
                "number": "No.",
                "subject": "Subject",
                "status": "Status",
                "severity": "Severity",
                "reporter": "From",
                "respond_by": "Answer by",
            },
            link="subject",
        ),
        generic.Related(
            "comments",
            "Comments",
            select=["ticket"],
            index="comment_list",
            add="comment_create",
            columns={
                "ticket": "Ticket",
                "text": "Comment",
                "is_internal": "Internal",
                "created_at": "Written",
            },
            link="text",
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


class UserDeleteView(generic.DeleteView):
    model = User
    success_url = reverse_lazy("user_list")


class TicketDeleteView(generic.DeleteView):
    model = Ticket
    success_url = reverse_lazy("ticket_list")


class CommentDeleteView(generic.DeleteView):
    model = Comment
    success_url = reverse_lazy("comment_list")
