from django.apps import AppConfig, apps


class AuditConfig(AppConfig):
    name = "records.audit"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        # It needs models, which are there by now.
        from .deletions import connect_audit
% if has_audited_links:
        from .links import connect_links
% endif

        connect_audit(apps.get_app_config("core").get_models())
% if has_audited_links:
        connect_links(apps.get_app_config("core").get_models())
% endif
