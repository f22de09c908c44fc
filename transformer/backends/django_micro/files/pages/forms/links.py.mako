"""Links to any number of rows: those to tick, and those that stay as they are."""

from django import forms

% if has_audited_links:
from records.audit.links import keep_as_one
% endif
from records.keys import read_key

from .references import ReferenceSelect, clean_text

MOST_BOXES = 30


class LinkChoices(forms.CheckboxSelectMultiple, ReferenceSelect):
    """Rows to tick: all, or of many those that are ticked and those that are found."""

    template_name = "pages/widgets/links.html"
    # What selects have of their own.
    add_id_index = True
    checked_attribute = {"checked": True}
    option_inherits_attrs = True
    is_answered = True

    def value_from_datadict(self, data, files, name):
        self.sought = clean_text(data.get(f"{name}-search", ""))
        shown = clean_text(data.get(f"{name}-sought", ""))
        # Whoever presses Enter in a search wants to see what it finds.
        self.is_answered = "form-check" in data or self.sought in ("", shown)
        return data.getlist(name) if hasattr(data, "getlist") else data.get(name, [])

    def finds(self, rows):
        return self.is_answered

    def get_context(self, name, value, attrs):
        rows = list(self.rows[: MOST_BOXES + 1])
        is_large = len(rows) > MOST_BOXES
        found = self.find(self.sought) if is_large and self.sought else []
        if is_large:
            chosen = self.find_chosen(value)
            rows = [*chosen, *(row for row in found if row not in chosen)]
        self.choices = list(map(self.make_choice, rows))
        context = forms.widgets.ChoiceWidget.get_context(self, name, value, attrs)
        told = {"is_large": is_large, "sought": self.sought, "label": self.field.label}
        told["finds_nothing"] = bool(self.sought) and not found
        return {**context, "widget": {**context["widget"], **told}}

    def find_chosen(self, value):
        """The rows with some keys, of those that there are to choose from."""
        field = self.field.queryset.model._meta.pk
        keys = [read_key(field, str(key)) for key in value or ()]
        return list(self.rows.filter(pk__in=[key for key in keys if key is not None]))


class LinksMixin:
    """A form with links, of which its user sees and changes those to rows in sight.

    The others aren't told of, and stay.
    """

    def list_links(self):
        """The fields for any number of rows, by name."""
        many = forms.ModelMultipleChoiceField
        return {k: field for k, field in self.fields.items() if isinstance(field, many)}

    def hide_links(self):
        """Begin with those links that the user may see."""
        for name, field in self.list_links().items():
            rows = self.initial.get(name) or ()
            # Those that an address asks for are no rows yet, and chosen among the seen.
            if keys := [row.pk for row in rows if hasattr(row, "pk")]:
                self.initial[name] = list(field.queryset.filter(pk__in=keys))

% if asks_links:
    def _post_clean(self):
        # Rules judge a row with the links that it is going to have.
        self.instance._links = {
            name: [row.pk for row in rows] for name, rows in self.list_linked()
        }
        super()._post_clean()

    def list_linked(self):
        """The rows that each field is going to lead to, those out of sight included."""
        for name, field in self.list_links().items():
            if name in self.cleaned_data and name in self.model_links:
                seen = field.queryset.order_by().values("pk")
                chosen, hidden = self.cleaned_data[name], ()
                if not self.instance._state.adding:
                    hidden = getattr(self.instance, name).exclude(pk__in=seen)
                yield name, [*chosen, *hidden]

    @property
    def model_links(self):
        return {field.name for field in self.instance._meta.many_to_many}

    def _save_m2m(self):
        self.cleaned_data |= dict(self.list_linked())
% if has_audited_links:
        with keep_as_one(self.instance):
            super()._save_m2m()
% else:
        super()._save_m2m()
% endif
        # From now on these are what the database has.
        vars(self.instance).pop("_links", None)
% else:
    def _save_m2m(self):
        for name, field in self.list_links().items():
            if name in self.cleaned_data and hasattr(self.instance, name):
                seen = field.queryset.order_by().values("pk")
                hidden = getattr(self.instance, name).exclude(pk__in=seen)
                self.cleaned_data[name] = [*self.cleaned_data[name], *hidden]
% if has_audited_links:
        with keep_as_one(self.instance):
            super()._save_m2m()
% else:
        super()._save_m2m()
% endif
% endif
