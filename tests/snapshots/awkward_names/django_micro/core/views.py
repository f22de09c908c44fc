from django.urls import reverse_lazy

from pages import generic

from . import filters, forms
from .models import (
    Account,
    Admin,
    Form,
    Group,
    Medium,
    Model,
    Permission,
    Person,
    Session,
    Text,
    Title,
    User,
    Value,
    View,
)


class HomeView(generic.HomeView):
    lists = [
        generic.Listing("user_list", "Users", User),
        generic.Listing("group_list", "Groups", Group),
        generic.Listing("session_list", "Sessions", Session, chart="delete_field"),
        generic.Listing("permission_list", "Permissions", Permission),
        generic.Listing("form_list", "Forms", Form),
        generic.Listing("view_list", "Views", View),
        generic.Listing("model_list", "Models", Model),
        generic.Listing("account_list", "Accounts", Account),
        generic.Listing("medium_list", "Media", Medium),
        generic.Listing("admin_list", "Admins", Admin),
        generic.Listing("person_list", "People", Person),
        generic.Listing(
            "title_list",
            'Ti\'tles "<b>" {{ 7*7 }} ${7*7} 100% %}',
            Title,
            chart="kind",
        ),
        generic.Listing("value_list", "Lists", Value, chart="state"),
        generic.Listing(
            "text_list",
            "\"Quoted\" \\ {{ 7*7 }} ${7*7} {% now 'Y' %} <script>alert(1)</script>",
            Text,
        ),
    ]


class TitleListView(generic.ListView):
    model = Title
    queryset = Title.objects.select_related("other", "parent")
    columns = {
        "name": '<i>Name</i> "{{ 7*7 }}" %(x)s',
        "code": '""" ${7*7}\n## heading',
        "other": "'); import os #",
        "parent": "日本語",
        "kind": "eMail",
        "day": "{# comment #}",
    }
    template_name = "core/title_list.html"
    url_name = "title_list"
    search_fields = Title.search_fields
    filterset_class = filters.TitleFilterSet
    bulk_actions = ["change", "delete"]
    edit_form = forms.TitleForm
    edit_fields = ["kind"]
    paths = {
        "other": "other__name",
        "parent": "parent__name",
    }
    add_form = forms.TitleForm
    add_fields = ["name"]


class TitleDetailView(generic.DetailView):
    model = Title
    queryset = Title.objects.select_related("other", "parent")
    template_name = "core/title_detail.html"
    related = [
        generic.Related(
            "other_titles",
            "Ti'tles \"<b>\" {{ 7*7 }} ${7*7} 100% %} ('); import os #)",
            select=["parent"],
            index="title_list",
            add="title_create",
            columns={
                "name": '<i>Name</i> "{{ 7*7 }}" %(x)s',
                "code": '""" ${7*7}\n## heading',
                "parent": "日本語",
                "kind": "eMail",
                "day": "{# comment #}",
            },
            link="name",
        ),
        generic.Related(
            "children",
            "Children",
            select=["other"],
            index="title_list",
            add="title_create",
            columns={
                "name": '<i>Name</i> "{{ 7*7 }}" %(x)s',
                "code": '""" ${7*7}\n## heading',
                "other": "'); import os #",
                "kind": "eMail",
                "day": "{# comment #}",
            },
            link="name",
        ),
    ]


class TitleCreateView(generic.CreateView):
    model = Title
    form_class = forms.TitleForm
    template_name = "core/title_create.html"


class TitleUpdateView(generic.UpdateView):
    model = Title
    form_class = forms.TitleForm
    template_name = "core/title_update.html"


class ValueListView(generic.ListView):
    model = Value
    title = "Lists"
    columns = {
        "state": 'State "quoted"',
        "status": "{{ 7*7 }}",
        "true_north": "True north?",
    }
    template_name = "core/value_list.html"
    url_name = "value_list"
    search_fields = Value.search_fields
    filterset_class = filters.ValueFilterSet
    bulk_actions = ["change", "delete"]
    edit_form = forms.ValueEditForm
    edit_fields = ["state", "status", "true_north"]


class ValueDetailView(generic.DetailView):
    model = Value
    template_name = "core/value_detail.html"


class ValueCreateView(generic.CreateView):
    model = Value
    form_class = forms.ValueCreateForm
    template_name = "core/value_create.html"


class ValueUpdateView(generic.UpdateView):
    model = Value
    form_class = forms.ValueEditForm
    template_name = "core/value_update.html"


class TextListView(generic.ListView):
    model = Text
    title = (
        "a line of five hundred characters a line of five hundred characters a line of "
        "five hundred characters a line of five hundred characters a line of five "
        "hundred characters a line of five hundred characters a line of five hundred "
        "characters a line of five hundred characters a line of five hundred "
        "characters a line of five hundred characters a line of five hundred "
        "characters a line of five hundred characters a line of five hundred "
        "characters a line of five hundred characters a line of five hundred c"
    )
    columns = {
        "title": '"""',
        "japanese": "日本語",
        "arabic": "عربي",
    }
    template_name = "core/text_list.html"
    url_name = "text_list"
    search_fields = Text.search_fields
    bulk_actions = ["delete"]
    add_form = forms.TextForm
    add_fields = ["title"]


class TextDetailView(generic.DetailView):
    model = Text
    template_name = "core/text_detail.html"


class TextCreateView(generic.CreateView):
    model = Text
    form_class = forms.TextForm
    template_name = "core/text_create.html"


class TextUpdateView(generic.UpdateView):
    model = Text
    form_class = forms.TextForm
    template_name = "core/text_update.html"


class UserListView(generic.ListView):
    model = User
    columns = {
        "name": "Name",
        "models_field": "Models",
        "objects_field": "Objects",
        "pk_field": "Pk",
    }
    template_name = "core/user_list.html"
    url_name = "user_list"
    search_fields = User.search_fields
    bulk_actions = ["delete"]
    add_form = forms.UserForm
    add_fields = ["username", "name"]


class UserDetailView(generic.DetailView):
    model = User
    template_name = "core/user_detail.html"
    related = [
        generic.Related(
            "groups_field",
            "Groups",
            index="group_list",
            add="group_create",
            columns={"class_field": "Class", "import_field": "Import"},
            link="class_field",
        ),
        generic.Related(
            "sessions",
            "Sessions",
            index="session_list",
            add="session_create",
            columns={"key": "Key", "save_field": "Save", "delete_field": "Delete"},
            link="key",
        ),
        generic.Related(
            "forms",
            "Forms",
            index="form_list",
            add="form_create",
            columns={
                "media_field": "Media",
                "auto_id_field": "Auto ID",
                "non_field_errors_field": "Non field errors",
                "uuid_field": "UUID",
                "owner_id_field": "Owner ID",
                "unique": "Unique",
                "index": "Index",
            },
            link="unique",
        ),
    ]


class UserCreateView(generic.CreateView):
    model = User
    form_class = forms.UserForm
    template_name = "core/user_create.html"


class UserUpdateView(generic.UpdateView):
    model = User
    form_class = forms.UserForm
    template_name = "core/user_update.html"


class GroupListView(generic.ListView):
    model = Group
    queryset = Group.objects.select_related("members")
    title = "Group list"
    columns = {
        "class_field": "Class",
        "import_field": "Import",
        "members": "Members",
    }
    template_name = "core/group_list.html"
    url_name = "group_list"
    search_fields = Group.search_fields
    filterset_class = filters.GroupFilterSet
    bulk_actions = ["delete"]
    paths = {
        "members": "members__name",
    }
    add_form = forms.GroupForm
    add_fields = ["class_field"]


class GroupDetailView(generic.DetailView):
    model = Group
    queryset = Group.objects.select_related("members")
    template_name = "core/group_detail.html"


class GroupCreateView(generic.CreateView):
    model = Group
    form_class = forms.GroupForm
    template_name = "core/group_create.html"


class GroupUpdateView(generic.UpdateView):
    model = Group
    form_class = forms.GroupForm
    template_name = "core/group_update.html"


class SessionListView(generic.ListView):
    model = Session
    queryset = Session.objects.select_related("user")
    title = "Session list"
    columns = {
        "key": "Key",
        "user": "User",
        "save_field": "Save",
        "delete_field": "Delete",
    }
    template_name = "core/session_list.html"
    url_name = "session_list"
    search_fields = Session.search_fields
    filterset_class = filters.SessionFilterSet
    bulk_actions = ["change", "delete"]
    edit_form = forms.SessionEditForm
    edit_fields = ["save_field"]
    paths = {
        "user": "user__name",
    }
    add_form = forms.SessionCreateForm
    add_fields = ["key", "user"]


class SessionDetailView(generic.DetailView):
    model = Session
    queryset = Session.objects.select_related("user")
    template_name = "core/session_detail.html"


class SessionCreateView(generic.CreateView):
    model = Session
    form_class = forms.SessionCreateForm
    template_name = "core/session_create.html"


class SessionUpdateView(generic.UpdateView):
    model = Session
    form_class = forms.SessionEditForm
    template_name = "core/session_update.html"


class PermissionListView(generic.ListView):
    model = Permission
    title = "Permission list"
    columns = {
        "id_field": "ID",
        "a_b": "A b",
        "trailing": "Trailing",
        "leading": "Leading",
        "errors_field": "Errors",
        "full_clean_field": "Full clean",
    }
    template_name = "core/permission_list.html"
    url_name = "permission_list"
    search_fields = Permission.search_fields
    filterset_class = filters.PermissionFilterSet
    bulk_actions = ["change", "delete"]
    edit_form = forms.PermissionForm
    edit_fields = ["full_clean_field"]
    add_form = forms.PermissionForm
    add_fields = ["id_field"]


class PermissionDetailView(generic.DetailView):
    model = Permission
    template_name = "core/permission_detail.html"


class PermissionCreateView(generic.CreateView):
    model = Permission
    form_class = forms.PermissionForm
    template_name = "core/permission_create.html"


class PermissionUpdateView(generic.UpdateView):
    model = Permission
    form_class = forms.PermissionForm
    template_name = "core/permission_update.html"


class FormListView(generic.ListView):
    model = Form
    queryset = Form.objects.select_related("owner")
    title = "Form list"
    columns = {
        "media_field": "Media",
        "auto_id_field": "Auto ID",
        "non_field_errors_field": "Non field errors",
        "uuid_field": "UUID",
        "owner": "Owner",
        "owner_id_field": "Owner ID",
        "unique": "Unique",
        "index": "Index",
    }
    template_name = "core/form_list.html"
    url_name = "form_list"
    search_fields = Form.search_fields
    filterset_class = filters.FormFilterSet
    bulk_actions = ["delete"]
    paths = {
        "owner": "owner__name",
    }


class FormDetailView(generic.DetailView):
    model = Form
    queryset = Form.objects.select_related("owner")
    template_name = "core/form_detail.html"


class FormCreateView(generic.CreateView):
    model = Form
    form_class = forms.FormForm
    template_name = "core/form_create.html"


class FormUpdateView(generic.UpdateView):
    model = Form
    form_class = forms.FormForm
    template_name = "core/form_update.html"


class ViewListView(generic.ListView):
    model = View
    queryset = View.objects.select_related("object")
    title = "View list"
    columns = {
        "request": "Request",
        "template": "Template",
        "object": "Object",
    }
    template_name = "core/view_list.html"
    url_name = "view_list"
    search_fields = View.search_fields
    filterset_class = filters.ViewFilterSet
    bulk_actions = ["delete"]
    paths = {
        "object": "object__Meta_field",
    }
    add_form = forms.ViewForm
    add_fields = ["request"]


class ViewDetailView(generic.DetailView):
    model = View
    queryset = View.objects.select_related("object")
    template_name = "core/view_detail.html"


class ViewCreateView(generic.CreateView):
    model = View
    form_class = forms.ViewForm
    template_name = "core/view_create.html"


class ViewUpdateView(generic.UpdateView):
    model = View
    form_class = forms.ViewForm
    template_name = "core/view_update.html"


class ModelListView(generic.ListView):
    model = Model
    title = "Model list"
    columns = {
        "pk_field": "Pk",
        "Meta_field": "Meta",
        "self_field": "Self",
        "None_field": "None",
        "True_field": "True",
        "lambda_field": "Lambda",
    }
    template_name = "core/model_list.html"
    url_name = "model_list"
    search_fields = Model.search_fields
    filterset_class = filters.ModelFilterSet
    bulk_actions = ["change", "delete"]
    edit_form = forms.ModelEditForm
    edit_fields = ["None_field"]
    add_form = forms.ModelCreateForm
    add_fields = ["pk_field"]


class ModelDetailView(generic.DetailView):
    model = Model
    template_name = "core/model_detail.html"
    related = [
        generic.Related(
            "views",
            "Views",
            index="view_list",
            add="view_create",
            columns={"request": "Request", "template": "Template"},
            link="request",
        ),
    ]


class ModelCreateView(generic.CreateView):
    model = Model
    form_class = forms.ModelCreateForm
    template_name = "core/model_create.html"


class ModelUpdateView(generic.UpdateView):
    model = Model
    form_class = forms.ModelEditForm
    template_name = "core/model_update.html"


class AccountListView(generic.ListView):
    model = Account
    queryset = Account.objects.select_related("admin")
    title = "Account list"
    columns = {
        "first_name": "First name",
        "password": "Password",
        "is_active": "Is active",
        "admin": "Admin",
    }
    masked = ["password"]
    template_name = "core/account_list.html"
    url_name = "account_list"
    search_fields = Account.search_fields
    filterset_class = filters.AccountFilterSet
    bulk_actions = ["change", "delete"]
    edit_form = forms.AccountForm
    edit_fields = ["is_active"]
    paths = {
        "admin": "admin__login",
    }


class AccountDetailView(generic.DetailView):
    model = Account
    queryset = Account.objects.select_related("admin")
    template_name = "core/account_detail.html"


class AccountCreateView(generic.CreateView):
    model = Account
    form_class = forms.AccountForm
    template_name = "core/account_create.html"


class AccountUpdateView(generic.UpdateView):
    model = Account
    form_class = forms.AccountForm
    template_name = "core/account_update.html"


class MediumListView(generic.ListView):
    model = Medium
    title = "Medium list"
    columns = {
        "title": "Title",
    }
    template_name = "core/medium_list.html"
    url_name = "medium_list"
    search_fields = Medium.search_fields
    bulk_actions = ["delete"]
    add_form = forms.MediumForm
    add_fields = ["title"]


class MediumDetailView(generic.DetailView):
    model = Medium
    template_name = "core/medium_detail.html"


class MediumCreateView(generic.CreateView):
    model = Medium
    form_class = forms.MediumForm
    template_name = "core/medium_create.html"


class MediumUpdateView(generic.UpdateView):
    model = Medium
    form_class = forms.MediumForm
    template_name = "core/medium_update.html"


class AdminListView(generic.ListView):
    model = Admin
    title = "Admin list"
    columns = {
        "login": "Login",
    }
    template_name = "core/admin_list.html"
    url_name = "admin_list"
    search_fields = Admin.search_fields
    bulk_actions = ["delete"]
    add_form = forms.AdminForm
    add_fields = ["login"]


class AdminDetailView(generic.DetailView):
    model = Admin
    template_name = "core/admin_detail.html"
    related = [
        generic.Related(
            "accounts",
            "Accounts",
            index="account_list",
            add="account_create",
            columns={"first_name": "First name", "is_active": "Is active"},
            link="first_name",
        ),
    ]


class AdminCreateView(generic.CreateView):
    model = Admin
    form_class = forms.AdminForm
    template_name = "core/admin_create.html"


class AdminUpdateView(generic.UpdateView):
    model = Admin
    form_class = forms.AdminForm
    template_name = "core/admin_update.html"


class PersonListView(generic.ListView):
    model = Person
    title = "Person list"
    columns = {
        "name": "Name",
    }
    template_name = "core/person_list.html"
    url_name = "person_list"
    search_fields = Person.search_fields
    bulk_actions = ["delete"]
    add_form = forms.PersonForm
    add_fields = ["name"]


class PersonDetailView(generic.DetailView):
    model = Person
    template_name = "core/person_detail.html"


class PersonCreateView(generic.CreateView):
    model = Person
    form_class = forms.PersonForm
    template_name = "core/person_create.html"


class PersonUpdateView(generic.UpdateView):
    model = Person
    form_class = forms.PersonForm
    template_name = "core/person_update.html"


class UserDeleteView(generic.DeleteView):
    model = User
    success_url = reverse_lazy("user_list")


class GroupDeleteView(generic.DeleteView):
    model = Group
    success_url = reverse_lazy("group_list")


class SessionDeleteView(generic.DeleteView):
    model = Session
    success_url = reverse_lazy("session_list")


class PermissionDeleteView(generic.DeleteView):
    model = Permission
    success_url = reverse_lazy("permission_list")


class FormDeleteView(generic.DeleteView):
    model = Form
    success_url = reverse_lazy("form_list")


class ViewDeleteView(generic.DeleteView):
    model = View
    success_url = reverse_lazy("view_list")


class ModelDeleteView(generic.DeleteView):
    model = Model
    success_url = reverse_lazy("model_list")


class AccountDeleteView(generic.DeleteView):
    model = Account
    success_url = reverse_lazy("account_list")


class MediumDeleteView(generic.DeleteView):
    model = Medium
    success_url = reverse_lazy("medium_list")


class AdminDeleteView(generic.DeleteView):
    model = Admin
    success_url = reverse_lazy("admin_list")


class PersonDeleteView(generic.DeleteView):
    model = Person
    success_url = reverse_lazy("person_list")


class TitleDeleteView(generic.DeleteView):
    model = Title
    success_url = reverse_lazy("title_list")


class ValueDeleteView(generic.DeleteView):
    model = Value
    success_url = reverse_lazy("value_list")


class TextDeleteView(generic.DeleteView):
    model = Text
    success_url = reverse_lazy("text_list")
