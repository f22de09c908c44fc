"""The rows of the app's models: those that someone may see, with what is computed."""

from django.db import models


class QuerySet(models.QuerySet):
    """What managers give; a method `compute_total` is the value `total` of a row."""

    def visible_to(self, user, operation="list"):
        """Return the rows that a user may see; rules may ask for another `operation`.

        Pages, files, inputs and the admin get all their rows from here, so a model that
        overrides it keeps the others from people everywhere.
        """
        return self

    def with_computed(self, *names):
        """Give the rows some of these values: `with_computed("total")`."""
        computed = {name: getattr(self, f"compute_{name}")() for name in names}
        return self.annotate(**computed)


def lock_rows(model, keys):
    """Keep others from changing rows for as long as the transaction lasts.

    By the table alone: a query with joins or sums can't lock what it finds.
    """
    rows = model._base_manager.select_for_update().filter(pk__in=keys)
    list(rows.order_by("pk").values_list("pk"))


def restrict(rows, user):
    """Return those of the rows that a user may see; other apps' models don't say."""
    return rows.visible_to(user) if hasattr(rows, "visible_to") else rows
