from django.apps import AppConfig

from pages.files import look_after_files


class CoreConfig(AppConfig):
    name = "core"
    verbose_name = "Larger Dialect"

    def ready(self):
        look_after_files(self.get_models())
