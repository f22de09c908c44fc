"""The records that the app keeps."""
% if model_imports:

${model_imports}
% endif
% for enum in enums:


class ${enum.name}(models.TextChoices):
${enum.members}
% endfor
% for name, source in default_functions:


def ${name}():
${source}
% endfor
% if stands_in:


class User(AbstractUser):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)

    objects = UserManager.from_queryset(QuerySet)()

    def clean(self):
        super().clean()
        check_administrators(self)
% endif
% for model in models:
% if model.queryset:


class ${model.queryset.name}(QuerySet):
% for method in model.queryset.methods:
% if not loop.first:

% endif
    def ${method.name}(self):
${method.text}
% endfor
% endif


class ${model.name}(${model.bases}):
% for enum in model.enums:
    class ${enum.name}(models.TextChoices):
${enum.members}

% endfor
${model.declarations}
% if model.search:

${model.search}
% endif
% if model.behaviour:

${model.behaviour}
% endif
% if model.account:

${model.account}

    objects = UserManager.from_queryset(${model.queryset.name if model.queryset else 'QuerySet'})()
% elif model.managers:

${model.managers}
% else:

    objects = ${model.queryset.name if model.queryset else 'QuerySet'}.as_manager()
% endif

    class Meta:
${model.options}

    def __str__(self):
${model.text}
% if model.address:

    def get_absolute_url(self):
${model.address}
% endif
% if model.account and by_email:

    def validate_unique(self, exclude=None):
        super().validate_unique(exclude)
        check_email(self, exclude)
% endif
% if model.rules or model.account:

    def clean(self):
        super().clean()
% if model.account:
        check_administrators(self)
% endif
% endif
% if model.rules:
        errors = defaultdict(list)
% for rule in model.rules:
${rule.test}
${rule.error}
% endfor
        if errors:
            raise ValidationError(errors)
% endif
% endfor
