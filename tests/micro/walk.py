"""A walk through every page of a generated app, of which nothing is known beforehand.

`python -m tests.micro.walk` in the app's folder prints what it found as one JSON object.
"""

import json
import os
import sys
import traceback
from collections.abc import Callable
from typing import Any


def prepare_django() -> None:
    """Set the project up with an empty database in memory, migrated."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "app.settings"
    # What `manage.py` writes into `.env` on one's own machine.
    os.environ.setdefault("SECRET_KEY", "only-for-tests" * 5)
    os.environ.setdefault("DEBUG", "True")
    import django
    from django.test.utils import get_runner, setup_test_environment

    django.setup()
    from django.conf import settings

    setup_test_environment(debug=False)
    get_runner(settings)(verbosity=0, interactive=False).setup_databases()


def walk() -> dict[str, Any]:
    """What is wrong with the app, and what its pages say."""
    from tests.micro import gates, journeys, oddities
    from tests.micro.rows import list_models
    from tests.micro.visitor import Visitor

    visitor, models = Visitor(), list_models()
    attempt(visitor, journeys.try_empty_pages, visitor)
    for step in (journeys.try_creating, journeys.try_editing, journeys.try_deleting):
        for model in models:
            attempt(visitor, step, visitor, model)
    attempt(visitor, journeys.try_finding, visitor)
    for gate in (gates.try_queries, gates.try_admin):
        attempt(visitor, gate, visitor, models)
    lists = (gates.try_filters, gates.try_page_numbers)
    for check in (*lists, gates.try_garbage, gates.try_forged_forms):
        attempt(visitor, check, visitor)
    attempt(visitor, gates.try_as_stranger, visitor)
    attempt(visitor, oddities.try_oddities, visitor)
    return {
        "findings": list(dict.fromkeys(visitor.findings)),
        "pages": len(visitor.pages),
        "rows": sum(model._base_manager.count() for model in models),
        "texts": sorted(visitor.texts),
    }


def attempt(visitor: Any, step: Callable[..., None], *arguments: Any) -> None:
    """Take a step; a walk that trips says where, and goes on."""
    try:
        step(*arguments)
    except Exception:  # whatever the app raises is a finding
        subject = getattr(arguments[-1], "__name__", "")
        visitor.note(f"{step.__name__} {subject}".strip(), traceback.format_exc(limit=-4))


if __name__ == "__main__":
    prepare_django()
    json.dump(walk(), sys.stdout, ensure_ascii=False, indent=1)
