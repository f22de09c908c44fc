from django.apps import AppConfig
from django.core import checks


class PagesConfig(AppConfig):
    name = "pages"

    def ready(self):
        # It needs models, which are there by now.
        from .checks import check_admins

        checks.register(check_admins, checks.Tags.admin)
