from importlib import import_module

from django.apps import AppConfig
from django.utils.module_loading import module_has_submodule

from records.files import connect_file_signals


class CoreConfig(AppConfig):
    name = "core"
    verbose_name = "Support Tickets"

    def ready(self):
        connect_file_signals(self.get_models())
        # Receivers of your own stand there, and no build touches them.
        if module_has_submodule(self.module, "signals"):
            import_module(f"{self.name}.signals")
