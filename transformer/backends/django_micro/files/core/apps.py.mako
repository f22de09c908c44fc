from django.apps import AppConfig
% if has_files:

from pages.files import look_after_files
% endif


class CoreConfig(AppConfig):
    name = "core"
${app_label}
% if has_files:

    def ready(self):
        look_after_files(self.get_models())
% endif
