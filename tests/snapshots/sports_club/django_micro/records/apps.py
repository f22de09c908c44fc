from django.apps import AppConfig, apps
from django.conf import settings
from django.core import checks
from django.db.models.signals import post_migrate, pre_delete, pre_migrate

from .full_text_tables import look_after_tables
from .search import check_search_fields
from .trigrams import drop_indexes, look_after_indexes


class RecordsConfig(AppConfig):
    name = "records"

    def ready(self):
        # It needs models, which are there by now.
        from .administrators import keep_administrator
        from .checks import check_visible_rows
        from .members import make_group
        from .unknown_columns import keep_unknown_columns

        checks.register(check_visible_rows, checks.Tags.models)
        checks.register(check_search_fields, checks.Tags.models)
        records = apps.get_app_config("core")
        pre_migrate.connect(keep_unknown_columns, sender=records)
        pre_migrate.connect(drop_indexes, sender=records)
        post_migrate.connect(look_after_tables, sender=records)
        post_migrate.connect(look_after_indexes, sender=records)
        post_migrate.connect(make_group, sender=records)
        pre_delete.connect(keep_administrator, sender=settings.AUTH_USER_MODEL)
