from importlib import import_module

from django.apps import AppConfig
% if has_roles and not role_attribute:
from django.db.models.signals import post_migrate
% endif
from django.utils.module_loading import module_has_submodule
% if has_files or (has_roles and not role_attribute):

% if has_files:
from records.files import connect_file_signals
% endif
% if has_roles and not role_attribute:
from records.roles import make_groups
% endif
% endif


class CoreConfig(AppConfig):
    name = "core"
${app_label}

    def ready(self):
% if has_policies:
        import_module(f"{self.name}.policies")
% endif
% if has_transitions:
        import_module(f"{self.name}.transitions")
% endif
% if has_scenarios:
        import_module(f"{self.name}.scenarios")
% endif
% if has_roles and not role_attribute:
        post_migrate.connect(make_groups, sender=self)
% endif
% if has_files:
        connect_file_signals(self.get_models())
% endif
        # Receivers of your own stand there, and no build touches them.
        if module_has_submodule(self.module, "signals"):
            import_module(f"{self.name}.signals")
