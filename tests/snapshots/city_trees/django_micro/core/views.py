from django.urls import reverse_lazy

from pages import generic

from . import filters, forms
from .models import Species, Tree, Visit, Volunteer


class HomeView(generic.HomeView):
    lists = [
        generic.Listing(
            "tree_list",
            "Trees",
            Tree,
            chart="district",
            moment="recorded_at",
        ),
        generic.Listing("species_list", "Species", Species),
        generic.Listing("volunteer_list", "Volunteers", Volunteer, chart="since"),
        generic.Listing(
            "visit_list",
            "Visits",
            Visit,
            chart="found",
            moment="recorded_at",
        ),
    ]


class TreeListView(generic.ListView):
    model = Tree
    queryset = Tree.objects.select_related("caretaker", "species")
    columns = {
        "number": "Plate",
        "species": "Species",
        "street": "Street",
        "district": "District",
        "condition": "Condition",
        "caretaker": "Looked after by",
    }
    template_name = "core/tree_list.html"
    url_name = "tree_list"
    search_fields = Tree.search_fields
    filterset_class = filters.TreeFilterSet
    bulk_actions = ["change", "delete"]
    edit_form = forms.TreeEditForm
    edit_fields = ["condition"]
    paths = {
        "species": "species__name",
        "caretaker": "caretaker__name",
    }


class TreeDetailView(generic.DetailView):
    model = Tree
    queryset = Tree.objects.select_related("caretaker", "recorded_by", "species")
    template_name = "core/tree_detail.html"
    related = [
        generic.Related(
            "visits",
            "Visits",
            select=["volunteer"],
            index="visit_list",
            add="visit_create",
            columns={
                "visited_on": "Day",
                "volunteer": "Volunteer",
                "litres": "Litres",
                "found": "Found it",
            },
            link="visited_on",
        ),
    ]


class TreeCreateView(generic.CreateView):
    model = Tree
    form_class = forms.TreeCreateForm
    account_fields = ["recorded_by"]
    template_name = "core/tree_create.html"


class TreeUpdateView(generic.UpdateView):
    model = Tree
    form_class = forms.TreeEditForm
    template_name = "core/tree_update.html"


class SpeciesListView(generic.ListView):
    model = Species
    columns = {
        "name": "Name",
        "latin_name": "Latin name",
        "litres_per_week": "Litres a week",
        "is_native": "Native",
    }
    template_name = "core/species_list.html"
    url_name = "species_list"
    search_fields = Species.search_fields
    filterset_class = filters.SpeciesFilterSet
    bulk_actions = ["change", "delete"]
    edit_form = forms.SpeciesEditForm
    edit_fields = ["is_native"]
    add_form = forms.SpeciesCreateForm
    add_fields = ["name", "latin_name"]


class SpeciesDetailView(generic.DetailView):
    model = Species
    template_name = "core/species_detail.html"
    related = [
        generic.Related(
            "trees",
            "Trees",
            select=["caretaker"],
            index="tree_list",
            add="tree_create",
            columns={
                "number": "Plate",
                "street": "Street",
                "district": "District",
                "condition": "Condition",
                "caretaker": "Looked after by",
            },
            link="number",
        ),
    ]


class SpeciesCreateView(generic.CreateView):
    model = Species
    form_class = forms.SpeciesCreateForm
    template_name = "core/species_create.html"


class SpeciesUpdateView(generic.UpdateView):
    model = Species
    form_class = forms.SpeciesEditForm
    template_name = "core/species_update.html"


class VolunteerListView(generic.ListView):
    model = Volunteer
    columns = {
        "name": "Name",
        "district": "District",
        "has_keys": "Has keys",
        "phone": "Phone",
    }
    masked = ["phone"]
    template_name = "core/volunteer_list.html"
    url_name = "volunteer_list"
    search_fields = Volunteer.search_fields
    filterset_class = filters.VolunteerFilterSet
    bulk_actions = ["change", "delete"]
    edit_form = forms.VolunteerEditForm
    edit_fields = ["has_keys"]
    add_form = forms.VolunteerCreateForm
    add_fields = ["name"]


class VolunteerDetailView(generic.DetailView):
    model = Volunteer
    template_name = "core/volunteer_detail.html"
    related = [
        generic.Related(
            "trees",
            "Trees",
            select=["species"],
            index="tree_list",
            add="tree_create",
            columns={
                "number": "Plate",
                "species": "Species",
                "street": "Street",
                "district": "District",
                "condition": "Condition",
            },
            link="number",
        ),
        generic.Related(
            "visits",
            "Visits",
            select=["tree"],
            index="visit_list",
            add="visit_create",
            columns={
                "visited_on": "Day",
                "tree": "Tree",
                "litres": "Litres",
                "found": "Found it",
            },
            link="visited_on",
        ),
    ]


class VolunteerCreateView(generic.CreateView):
    model = Volunteer
    form_class = forms.VolunteerCreateForm
    template_name = "core/volunteer_create.html"


class VolunteerUpdateView(generic.UpdateView):
    model = Volunteer
    form_class = forms.VolunteerEditForm
    template_name = "core/volunteer_update.html"


class VisitListView(generic.ListView):
    model = Visit
    queryset = Visit.objects.select_related("tree", "volunteer")
    columns = {
        "visited_on": "Day",
        "tree": "Tree",
        "volunteer": "Volunteer",
        "litres": "Litres",
        "found": "Found it",
    }
    template_name = "core/visit_list.html"
    url_name = "visit_list"
    search_fields = Visit.search_fields
    filterset_class = filters.VisitFilterSet
    bulk_actions = ["delete"]
    paths = {
        "tree": "tree__number",
        "volunteer": "volunteer__name",
    }
    add_form = forms.VisitForm
    add_fields = ["tree", "volunteer"]


class VisitDetailView(generic.DetailView):
    model = Visit
    queryset = Visit.objects.select_related("tree", "volunteer")
    template_name = "core/visit_detail.html"


class VisitCreateView(generic.CreateView):
    model = Visit
    form_class = forms.VisitForm
    template_name = "core/visit_create.html"
    submit_title = "Record the visit"
    success_url = reverse_lazy("visit_list")


class TreeDeleteView(generic.DeleteView):
    model = Tree
    success_url = reverse_lazy("tree_list")


class SpeciesDeleteView(generic.DeleteView):
    model = Species
    success_url = reverse_lazy("species_list")


class VolunteerDeleteView(generic.DeleteView):
    model = Volunteer
    success_url = reverse_lazy("volunteer_list")


class VisitDeleteView(generic.DeleteView):
    model = Visit
    success_url = reverse_lazy("visit_list")
