"""Uses every page of a generated project, as people and mischief-makers do.

Run inside the project: `python -m tests.micro.walk [private|read|open]`. It knows nothing of what
the project was made from: only its URLconf, its models and what its pages say.
"""

import os
import sys
import warnings

import django


def main() -> int:
    """Walk through the project in the current folder and say what is wrong."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "app.settings")
    sys.path.insert(0, os.getcwd())
    warnings.simplefilter("ignore")
    django.setup()
    from django.test.runner import DiscoverRunner
    from django.test.utils import override_settings

    from tests.micro.journey import Journey

    runner = DiscoverRunner(verbosity=0)
    runner.setup_test_environment()
    databases = runner.setup_databases()
    try:
        with override_settings(STORAGES=STORAGES, SECURE_SSL_REDIRECT=False):
            faults = Journey(sys.argv[1] if sys.argv[1:] else "private").walk()
    finally:
        runner.teardown_databases(databases)
    print("\n".join(faults) or "All pages work.")
    return bool(faults)


STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}

if __name__ == "__main__":
    sys.exit(main())
