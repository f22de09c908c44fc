from django import forms

from pages.forms import (
    DateInput,
    DecimalInput,
    FileInput,
    ModelForm,
    Reference,
    TimeInput,
)

from .models import Species, Tree, Visit, Volunteer


class TreeCreateForm(ModelForm):
    fieldsets = [
        (
            "Tree",
            [
                "number",
                "species",
                "planted_on",
                "height_m",
                "condition",
                "is_protected",
                "photo",
            ],
        ),
        ("Where it stands", ["street", "district"]),
        ("Care", ["caretaker"]),
    ]
    references = {
        "species": Reference(["name"], add="species_create"),
        "caretaker": Reference(["name"], add="volunteer_create"),
    }

    class Meta:
        model = Tree
        fields = [
            "number",
            "species",
            "planted_on",
            "height_m",
            "condition",
            "is_protected",
            "photo",
            "street",
            "district",
            "caretaker",
        ]
        labels = {
            "number": "Plate",
            "planted_on": "Planted",
            "height_m": "Height (m)",
            "is_protected": "Protected",
            "caretaker": "Looked after by",
        }
        help_texts = {
            "number": "As on the trunk.",
        }
        widgets = {
            "number": forms.TextInput(attrs={"placeholder": "oak-0417"}),
            "planted_on": DateInput(),
            "height_m": DecimalInput(attrs={"min": 0, "max": 60}),
            "photo": FileInput(attrs={"accept": "image/*"}),
            "district": forms.RadioSelect(),
        }


class TreeEditForm(ModelForm):
    fieldsets = [
        ("Tree", ["number", "height_m", "condition", "is_protected", "photo"]),
        ("Care", ["caretaker"]),
    ]
    readonly = ["number"]
    references = {
        "caretaker": Reference(["name"], add="volunteer_create"),
    }

    class Meta:
        model = Tree
        fields = [
            "number",
            "height_m",
            "condition",
            "is_protected",
            "photo",
            "caretaker",
        ]
        labels = {
            "number": "Plate",
            "height_m": "Height (m)",
            "is_protected": "Protected",
            "caretaker": "Looked after by",
        }
        widgets = {
            "height_m": DecimalInput(attrs={"min": 0, "max": 60}),
            "photo": FileInput(attrs={"accept": "image/*"}),
        }


class SpeciesCreateForm(ModelForm):
    fieldsets = [
        (
            "Species",
            ["name", "latin_name", "litres_per_week", "is_native", "about", "notes"],
        ),
    ]

    class Meta:
        model = Species
        fields = [
            "name",
            "latin_name",
            "litres_per_week",
            "is_native",
            "about",
            "notes",
        ]
        labels = {
            "litres_per_week": "Litres a week",
            "is_native": "Native",
            "about": "More about it",
        }
        help_texts = {
            "litres_per_week": "What a young tree needs in a dry summer.",
        }
        widgets = {
            "name": forms.TextInput(attrs={"placeholder": "Small-leaved lime"}),
            "latin_name": forms.TextInput(attrs={"placeholder": "Tilia cordata"}),
            "litres_per_week": forms.NumberInput(attrs={"min": 0}),
            "about": forms.URLInput(attrs={"placeholder": "https://…"}),
            "notes": forms.Textarea(attrs={"rows": 4}),
        }


class SpeciesEditForm(ModelForm):
    class Meta:
        model = Species
        fields = [
            "name",
            "latin_name",
            "litres_per_week",
            "is_native",
            "about",
            "notes",
        ]
        widgets = {
            "litres_per_week": forms.NumberInput(attrs={"min": 0}),
            "notes": forms.Textarea(attrs={"rows": 4}),
        }


class VolunteerCreateForm(ModelForm):
    fieldsets = [
        ("About you", ["name", "email", "phone", "district"]),
    ]

    class Meta:
        model = Volunteer
        fields = [
            "name",
            "email",
            "phone",
            "district",
        ]
        help_texts = {
            "phone": "Only the coordinators see it.",
        }


class VolunteerEditForm(ModelForm):
    class Meta:
        model = Volunteer
        fields = [
            "name",
            "email",
            "phone",
            "district",
            "has_keys",
            "since",
        ]
        widgets = {
            "since": DateInput(),
        }


class VisitForm(ModelForm):
    fieldsets = [
        (
            "Visit",
            ["tree", "volunteer", "visited_on", "started_at", "minutes", "litres"],
        ),
        ("How is it doing?", ["found", "remarks"]),
    ]
    references = {
        "tree": Reference(["number"], add="tree_create"),
        "volunteer": Reference(["name"], add="volunteer_create"),
    }

    class Meta:
        model = Visit
        fields = [
            "tree",
            "volunteer",
            "visited_on",
            "started_at",
            "minutes",
            "litres",
            "found",
            "remarks",
        ]
        labels = {
            "visited_on": "Day",
            "started_at": "From",
            "litres": "Litres of water",
            "found": "Condition",
        }
        widgets = {
            "visited_on": DateInput(),
            "started_at": TimeInput(),
            "minutes": forms.NumberInput(attrs={"min": 1, "max": 480}),
            "litres": forms.NumberInput(attrs={"min": 0}),
            "remarks": forms.Textarea(attrs={"rows": 4}),
        }
