from django.urls import reverse_lazy

from pages import generic
from pages.generic import state_changes

from . import filters, forms
from .models import Absence, Contract, Employer, Review, User


class HomeView(generic.HomeView):
    lists = [
        generic.Listing("employer_list", "Employers", Employer, page_action="change"),
        generic.Listing("user_list", "People", User, chart="role"),
        generic.Listing("contract_list", "Contracts", Contract, chart="starts"),
        generic.Listing("absence_list", "Time off", Absence, chart="kind"),
        generic.Listing("review_list", "Reviews", Review, chart="held_on"),
    ]


class UserListView(generic.ListView):
    model = User
    queryset = User.objects.select_related("lead")
    columns = {
        "name": "Name",
        "role": "Role",
        "lead": "Reports to",
        "desk": "Desk",
    }
    template_name = "core/user_list.html"
    url_name = "user_list"
    search_fields = User.search_fields
    filterset_class = filters.UserFilterSet
    bulk_actions = ["change", "delete"]
    edit_form = forms.UserForm
    edit_fields = ["role"]
    sort_by = ["name"]
    paths = {
        "lead": "lead__name",
    }
    add_form = forms.UserForm
    add_fields = ["email", "name"]


class UserDetailView(generic.DetailView):
    model = User
    queryset = User.objects.select_related("employer", "lead")
    template_name = "core/user_detail.html"
    related = [
        generic.Related(
            "lead_users",
            "People (Reports to)",
            index="user_list",
            add="user_create",
            columns={"name": "Name", "role": "Role", "desk": "Desk"},
            link="name",
            sort_by=["name"],
        ),
        generic.Related(
            "contracts",
            "Contracts",
            index="contract_list",
            add="contract_create",
            columns={
                "job": "Job",
                "salary": "Salary, a year",
                "hours": "Hours a week",
                "hourly": "Pay, an hour",
                "starts": "Starts",
                "ends": "Ends",
            },
            link="job",
            computed=["hourly"],
            sort_by=["-starts"],
        ),
        generic.Related(
            "absences",
            "Time off",
            index="absence_list",
            columns={
                "kind": "Kind",
                "starts": "Starts",
                "ends": "Ends",
                "state": "State",
            },
            link="kind",
            sort_by=["-starts"],
        ),
        generic.Related(
            "person_reviews",
            "Reviews (person)",
            select=["held_by"],
            index="review_list",
            add="review_create",
            columns={
                "held_by": "Held by",
                "held_on": "Held on",
                "rating": "Rating",
                "is_shared": "Shown to the person",
            },
            link="held_on",
            sort_by=["-held_on"],
        ),
        generic.Related(
            "held_by_reviews",
            "Reviews (held by)",
            select=["person"],
            index="review_list",
            columns={
                "person": "Person",
                "held_on": "Held on",
                "rating": "Rating",
                "is_shared": "Shown to the person",
            },
            link="held_on",
            sort_by=["-held_on"],
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


class ContractListView(generic.ListView):
    model = Contract
    queryset = Contract.objects.select_related("person")
    computed = ["hourly"]
    columns = {
        "person": "Person",
        "job": "Job",
        "salary": "Salary, a year",
        "hours": "Hours a week",
        "hourly": "Pay, an hour",
        "starts": "Starts",
        "ends": "Ends",
    }
    template_name = "core/contract_list.html"
    url_name = "contract_list"
    search_fields = Contract.search_fields
    filterset_class = filters.ContractFilterSet
    bulk_actions = ["delete"]
    sort_by = ["-starts"]
    paths = {
        "person": "person__name",
    }


class ContractDetailView(generic.DetailView):
    model = Contract
    queryset = Contract.objects.select_related("person")
    computed = ["hourly"]
    template_name = "core/contract_detail.html"


class ContractCreateView(generic.CreateView):
    model = Contract
    form_class = forms.ContractForm
    template_name = "core/contract_create.html"


class ContractUpdateView(generic.UpdateView):
    model = Contract
    form_class = forms.ContractForm
    template_name = "core/contract_update.html"


class AbsenceListView(generic.ListView):
    model = Absence
    queryset = Absence.objects.select_related("person")
    columns = {
        "person": "Person",
        "kind": "Kind",
        "starts": "Starts",
        "ends": "Ends",
        "state": "State",
    }
    template_name = "core/absence_list.html"
    url_name = "absence_list"
    filterset_class = filters.AbsenceFilterSet
    bulk_actions = ["delete"]
    sort_by = ["-starts"]
    paths = {
        "person": "person__name",
    }
    add_form = forms.AbsenceForm
    add_fields = ["starts", "ends", "employer"]
    account_fields = ["person"]


class AbsenceDetailView(state_changes.StatefulMixin, generic.DetailView):
    model = Absence
    queryset = Absence.objects.select_related("employer", "person")
    template_name = "core/absence_detail.html"
    transition_page = "absence_transition"


class AbsenceCreateView(generic.CreateView):
    model = Absence
    form_class = forms.AbsenceForm
    account_fields = ["person"]
    template_name = "core/absence_create.html"


class ReviewListView(generic.ListView):
    model = Review
    queryset = Review.objects.select_related("held_by", "person")
    columns = {
        "person": "Person",
        "held_by": "Held by",
        "held_on": "Held on",
        "rating": "Rating",
        "is_shared": "Shown to the person",
    }
    template_name = "core/review_list.html"
    url_name = "review_list"
    search_fields = Review.search_fields
    filterset_class = filters.ReviewFilterSet
    bulk_actions = ["change", "delete"]
    edit_form = forms.ReviewEditForm
    edit_fields = ["is_shared"]
    sort_by = ["-held_on"]
    paths = {
        "person": "person__name",
        "held_by": "held_by__name",
    }


class ReviewDetailView(generic.DetailView):
    model = Review
    queryset = Review.objects.select_related("employer", "held_by", "person")
    template_name = "core/review_detail.html"


class ReviewCreateView(generic.CreateView):
    model = Review
    form_class = forms.ReviewCreateForm
    account_fields = ["held_by"]
    template_name = "core/review_create.html"


class ReviewUpdateView(generic.UpdateView):
    model = Review
    form_class = forms.ReviewEditForm
    template_name = "core/review_update.html"


class EmployerListView(generic.ListView):
    model = Employer
    columns = {
        "name": "Name",
        "town": "Town",
    }
    template_name = "core/employer_list.html"
    url_name = "employer_list"
    search_fields = Employer.search_fields
    bulk_actions = ["delete"]


class EmployerUpdateView(generic.UpdateView):
    model = Employer
    form_class = forms.EmployerForm
    template_name = "core/employer_update.html"


class EmployerDeleteView(generic.DeleteView):
    model = Employer
    success_url = reverse_lazy("employer_list")


class UserDeleteView(generic.DeleteView):
    model = User
    success_url = reverse_lazy("user_list")


class ContractDeleteView(generic.DeleteView):
    model = Contract
    success_url = reverse_lazy("contract_list")


class AbsenceDeleteView(generic.DeleteView):
    model = Absence
    success_url = reverse_lazy("absence_list")


class ReviewDeleteView(generic.DeleteView):
    model = Review
    success_url = reverse_lazy("review_list")


class AbsenceTransitionView(state_changes.TransitionView):
    model = Absence
