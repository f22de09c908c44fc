"""What an emitted project says of its computed values, by a file of pickles.

`python chains_side.py PROJECT INPUT OUTPUT` reads worlds and names, and writes what comes out.
"""

import os
import pickle
import sys
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
        found = [try_world(world, task["values"]) for world in task["worlds"]]
    with open(target, "wb") as file:
        pickle.dump(found, file)


def try_world(world: dict[str, Any], values: list[tuple[str, str]]) -> Any:
    """Put the world's rows into the database, and ask for each value that was built."""
    from core import models
    from django.utils import timezone

    from tests.expressions.django_side import fill

    fill(models, world["rows"])
    now = mock.Mock(return_value=world["now"])
    with mock.patch.object(timezone, "now", now), mock.patch.object(models, "now", now):
        return {
            (entity, name): ask(getattr(models, entity), name)
            for entity, name in values
            if hasattr(getattr(models, entity).objects, f"compute_{name}")
        }


def ask(model: Any, name: str) -> Any:
    """The value of each row."""
    try:
        return dict(model.objects.with_computed(name).values_list("pk", name))
    except Exception as error:
        return f"{type(error).__name__}: {error}"


if __name__ == "__main__":
    main()
