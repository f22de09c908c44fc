from django.apps import AppConfig, apps
from django.db.models.signals import post_migrate

from .trigrams import look_after_indexes


class PagesConfig(AppConfig):
    name = "pages"

    def ready(self):
        records = apps.get_app_config("core")
        post_migrate.connect(look_after_indexes, sender=records)
