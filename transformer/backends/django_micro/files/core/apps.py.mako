from importlib import import_module

from django.apps import AppConfig
from django.utils.module_loading import module_has_submodule
% if has_files:

from pages.files import connect_file_signals
% endif


class CoreConfig(AppConfig):
    name = "core"
${app_label}

    def ready(self):
% if has_files:
        connect_file_signals(self.get_models())
% endif
        # Receivers of your own stand there, and no build touches them.
        if module_has_submodule(self.module, "signals"):
            import_module(f"{self.name}.signals")
