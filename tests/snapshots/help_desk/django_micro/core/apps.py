from importlib import import_module

from django.apps import AppConfig
from django.utils.module_loading import module_has_submodule


class CoreConfig(AppConfig):
    name = "core"
    verbose_name = "Help Desk"

    def ready(self):
        import_module(f"{self.name}.policies")
        import_module(f"{self.name}.transitions")
        import_module(f"{self.name}.scenarios")
        # Receivers of your own stand there, and no build touches them.
        if module_has_submodule(self.module, "signals"):
            import_module(f"{self.name}.signals")
