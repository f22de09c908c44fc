from django.apps import AppConfig, apps


class AuditConfig(AppConfig):
    name = "records.audit"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        # It needs models, which are there by now.
        from .deletions import connect_audit

        connect_audit(apps.get_app_config("core").get_models())
