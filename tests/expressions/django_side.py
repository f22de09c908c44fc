"""What Django makes of compiled expressions: run within an emitted project, by a file of pickles.

`python django_side.py PROJECT INPUT OUTPUT` reads worlds and sources, and writes what comes out.
"""

import datetime
import os
import pickle
import sys
import uuid
from decimal import Decimal
from typing import Any
from unittest import mock


def main() -> None:
    """Set the project up, and go through each world."""
    project, source, target = sys.argv[1:]
    sys.path.insert(0, project)
    os.environ["DJANGO_SETTINGS_MODULE"] = "app.settings"
    import django

    django.setup()
    with open(source, "rb") as file:
        task: dict[str, Any] = pickle.load(file)
    from django.test.utils import override_settings

    with override_settings(TIME_ZONE=task["timezone"]):
        found = [try_world(world, task["sources"], task["entity"]) for world in task["worlds"]]
    with open(target, "wb") as file:
        pickle.dump(found, file)


def try_world(world: dict[str, Any], sources: list[dict[str, str]], entity: str) -> Any:
    """Put the world's rows into the database, and find what each expression is of each row."""
    from core import models
    from django.utils import timezone
    from records import functions  # noqa: F401 which SQLite learns before it is asked

    fill(models, world["rows"])
    person = world["person"]
    user = models.Member.objects.get(pk=person) if person else None
    with mock.patch.object(timezone, "now", return_value=world["now"]):
        names = list_names(models) | {"user": user, "now": timezone.now}
        return [try_source(getattr(models, entity), each, names) for each in sources]


def fill(models: Any, rows: dict[str, Any]) -> None:
    """Replace all rows by others."""
    for entity in reversed([*rows]):
        getattr(models, entity).objects.update(
            **{
                f.name: None
                for f in getattr(models, entity)._meta.fields
                if f.remote_field and f.null
            }
        )
    for entity in reversed([*rows]):
        getattr(models, entity).objects.all().delete()
    for entity, records in rows.items():
        model = getattr(models, entity)
        links = {f.name for f in model._meta.fields if f.remote_field}
        made = [
            model(**{f"{k}_id" if k in links else k: v for k, v in row.items()})
            for row in records.values()
        ]
        # Some refer to rows of the same model that come later.
        model.objects.bulk_create(made)


def list_names(models: Any) -> dict[str, Any]:
    """What compiled sources refer to."""
    from django.db import models as django_models
    from records import functions

    own = {name: value for name, value in vars(models).items() if isinstance(value, type)}
    modules = {"models": django_models, "functions": functions, "datetime": datetime, "uuid": uuid}
    return {**own, **modules, "Decimal": Decimal}


def try_source(model: Any, source: dict[str, str], names: dict[str, Any]) -> Any:
    """What a query and Python make of an expression, row by row; for conditions, what is found."""
    found: dict[str, Any] = {}
    for way, text in source.items():
        try:
            found[way] = WAYS[way](model, text, names)
        except Exception as error:
            found[way] = f"{type(error).__name__}: {error}"
    return found


def annotate(model: Any, source: str, names: dict[str, Any]) -> dict[Any, Any]:
    rows = model.objects.annotate(_found=eval(source, names))
    return dict(rows.values_list("pk", "_found"))


def choose(model: Any, source: str, names: dict[str, Any]) -> set[Any]:
    return set(model.objects.filter(eval(source, names)).values_list("pk", flat=True))


def compute(model: Any, source: str, names: dict[str, Any]) -> dict[Any, Any]:
    code = compile(source, "expression", "eval")
    return {row.pk: eval(code, names | {"self": row}) for row in model.objects.all()}


def test(model: Any, source: str, names: dict[str, Any]) -> dict[Any, bool]:
    return {key: bool(found) for key, found in compute(model, source, names).items()}


WAYS = {"query": annotate, "true": choose, "false": choose, "python": compute, "test": test}


if __name__ == "__main__":
    main()
