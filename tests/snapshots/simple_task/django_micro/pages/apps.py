from django.apps import AppConfig, apps
from django.db.models.signals import post_migrate, pre_migrate

from .trigrams import drop_indexes, look_after_indexes


class PagesConfig(AppConfig):
    name = "pages"

    def ready(self):
        records = apps.get_app_config("core")
        pre_migrate.connect(drop_indexes, sender=records)
        post_migrate.connect(look_after_indexes, sender=records)
