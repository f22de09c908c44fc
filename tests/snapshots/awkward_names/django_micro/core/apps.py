from django.apps import AppConfig

from pages.files import look_after_files


class CoreConfig(AppConfig):
    name = "core"
    verbose_name = '"Awkward" {{ 7*7 }} ${7*7} {% now "Y" %}'

    def ready(self):
        look_after_files(self.get_models())
