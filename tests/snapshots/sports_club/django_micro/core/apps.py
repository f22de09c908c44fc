from importlib import import_module

from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.module_loading import module_has_submodule

from records.roles import make_groups


class CoreConfig(AppConfig):
    name = "core"
    verbose_name = "Sports Club"

    def ready(self):
        import_module(f"{self.name}.policies")
        import_module(f"{self.name}.transitions")
        post_migrate.connect(make_groups, sender=self)
        # Receivers of your own stand there, and no build touches them.
        if module_has_submodule(self.module, "signals"):
            import_module(f"{self.name}.signals")
