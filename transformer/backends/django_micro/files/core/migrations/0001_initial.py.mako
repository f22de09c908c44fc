${migration_imports}


class Migration(migrations.Migration):
    initial = True

% if migration.needs_accounts:
    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]
% else:
    dependencies = []
% endif

% if migration.operations:
    operations = [
${migration.operations}
    ]
% else:
    operations = []
% endif
