import uuid

from django.conf import settings
from django.contrib.auth.validators import UnicodeUsernameValidator
from django.core.validators import RegexValidator
from django.db import migrations, models
from django.utils.timezone import now

from ..models import session_delete_field_default


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("auth", "0012_alter_user_first_name_max_length"),
    ]

    operations = [
        migrations.CreateModel(
            name="User",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        primary_key=True,
                        serialize=False,
                        default=uuid.uuid4,
                        editable=False,
                    ),
                ),
                ("name", models.CharField(max_length=80)),
                (
                    "models_field",
                    models.CharField(
                        max_length=20,
                        blank=True,
                        default="",
                        db_column="models",
                        verbose_name="Models",
                    ),
                ),
                (
                    "objects_field",
                    models.IntegerField(
                        null=True,
                        blank=True,
                        default=1,
                        db_column="objects",
                        verbose_name="Objects",
                    ),
                ),
                (
                    "pk_field",
                    models.CharField(
                        max_length=20,
                        blank=True,
                        default="",
                        db_column="pk",
                        verbose_name="Pk",
                    ),
                ),
                ("password", models.CharField(max_length=128, verbose_name="password")),
                (
                    "last_login",
                    models.DateTimeField(
                        blank=True,
                        null=True,
                        verbose_name="last login",
                    ),
                ),
                (
                    "is_superuser",
                    models.BooleanField(
                        default=False,
                        help_text=(
                            "Designates that this user has all permissions without "
                            "explicitly assigning them."
                        ),
                        verbose_name="superuser status",
                    ),
                ),
                (
                    "username",
                    models.CharField(
                        error_messages={
                            "unique": "A user with that username already exists.",
                        },
                        help_text=(
                            "Required. 150 characters or fewer. Letters, digits and "
                            "@/./+/-/_ only."
                        ),
                        max_length=150,
                        unique=True,
                        validators=[UnicodeUsernameValidator()],
                        verbose_name="username",
                    ),
                ),
                (
                    "first_name",
                    models.CharField(
                        blank=True,
                        max_length=150,
                        verbose_name="first name",
                    ),
                ),
                (
                    "last_name",
                    models.CharField(
                        blank=True,
                        max_length=150,
                        verbose_name="last name",
                    ),
                ),
                (
                    "email",
                    models.EmailField(
                        blank=True,
                        max_length=254,
                        verbose_name="email address",
                    ),
                ),
                (
                    "is_staff",
                    models.BooleanField(
                        default=False,
                        help_text=(
                            "Designates whether the user can log into this admin site."
                        ),
                        verbose_name="staff status",
                    ),
                ),
                (
                    "is_active",
                    models.BooleanField(
                        default=True,
                        help_text=(
                            "Designates whether this user should be treated as active. "
                            "Unselect this instead of deleting accounts."
                        ),
                        verbose_name="active",
                    ),
                ),
                (
                    "date_joined",
                    models.DateTimeField(default=now, verbose_name="date joined"),
                ),
                (
                    "groups",
                    models.ManyToManyField(
                        blank=True,
                        help_text=(
                            "The groups this user belongs to. A user will get all "
                            "permissions granted to each of their groups."
                        ),
                        related_name="user_set",
                        related_query_name="user",
                        to="auth.group",
                        verbose_name="groups",
                    ),
                ),
                (
                    "user_permissions",
                    models.ManyToManyField(
                        blank=True,
                        help_text="Specific permissions for this user.",
                        related_name="user_set",
                        related_query_name="user",
                        to="auth.permission",
                        verbose_name="user permissions",
                    ),
                ),
            ],
            options={
                "verbose_name": "User",
                "verbose_name_plural": "Users",
                "ordering": ["name", "pk"],
                "indexes": [
                    models.Index(fields=["name", "id"], name="user_name_id_idx"),
                    models.Index(
                        fields=["models_field", "id"],
                        name="user_models_field_id_idx",
                    ),
                    models.Index(
                        fields=["objects_field", "id"],
                        name="user_objects_field_id_idx",
                    ),
                    models.Index(
                        fields=["pk_field", "id"],
                        name="user_pk_field_id_idx",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Permission",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        primary_key=True,
                        serialize=False,
                        default=uuid.uuid4,
                        editable=False,
                    ),
                ),
                (
                    "id_field",
                    models.CharField(max_length=20, db_column="id_", verbose_name="ID"),
                ),
                ("a_b", models.IntegerField(null=True, blank=True, db_column="a__b")),
                (
                    "trailing",
                    models.CharField(
                        max_length=20,
                        blank=True,
                        default="",
                        db_column="trailing_",
                    ),
                ),
                (
                    "leading",
                    models.CharField(
                        max_length=20,
                        blank=True,
                        default="",
                        db_column="_leading",
                    ),
                ),
                (
                    "errors_field",
                    models.TextField(
                        blank=True,
                        default="",
                        db_column="errors",
                        verbose_name="Errors",
                    ),
                ),
                (
                    "full_clean_field",
                    models.BooleanField(
                        default=True,
                        db_column="full_clean",
                        verbose_name="Full clean",
                    ),
                ),
            ],
            options={
                "verbose_name": "Permission",
                "verbose_name_plural": "Permissions",
                "ordering": ["id_field", "pk"],
                "indexes": [
                    models.Index(
                        fields=["id_field", "id"],
                        name="permission_id_field_id_idx",
                    ),
                    models.Index(fields=["a_b", "id"], name="permission_a_b_id_idx"),
                    models.Index(
                        fields=["trailing", "id"],
                        name="permission_trailing_id_idx",
                    ),
                    models.Index(
                        fields=["leading", "id"],
                        name="permission_leading_id_idx",
                    ),
                    models.Index(
                        fields=["full_clean_field", "id"],
                        name="permission_full_cl_9564bdf_idx",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Model",
            fields=[
                (
                    "pk_field",
                    models.SlugField(
                        max_length=100,
                        primary_key=True,
                        serialize=False,
                        db_column="pk",
                        verbose_name="Pk",
                    ),
                ),
                (
                    "Meta_field",
                    models.CharField(
                        max_length=20,
                        blank=True,
                        default="",
                        db_column="Meta",
                        verbose_name="Meta",
                    ),
                ),
                (
                    "self_field",
                    models.CharField(
                        max_length=20,
                        blank=True,
                        default="",
                        db_column="self",
                        verbose_name="Self",
                    ),
                ),
                (
                    "None_field",
                    models.BooleanField(
                        default=False,
                        db_column="None",
                        verbose_name="None",
                    ),
                ),
                (
                    "True_field",
                    models.IntegerField(
                        null=True,
                        blank=True,
                        db_column="True",
                        verbose_name="True",
                    ),
                ),
                (
                    "lambda_field",
                    models.FloatField(
                        null=True,
                        blank=True,
                        db_column="lambda",
                        verbose_name="Lambda",
                    ),
                ),
            ],
            options={
                "verbose_name": "Model",
                "verbose_name_plural": "Models",
                "ordering": ["Meta_field", "pk"],
                "indexes": [
                    models.Index(
                        fields=["Meta_field", "pk_field"],
                        name="model_Meta_field_pk_field_idx",
                    ),
                    models.Index(
                        fields=["self_field", "pk_field"],
                        name="model_self_field_pk_field_idx",
                    ),
                    models.Index(
                        fields=["None_field", "pk_field"],
                        name="model_None_field_pk_field_idx",
                    ),
                    models.Index(
                        fields=["True_field", "pk_field"],
                        name="model_True_field_pk_field_idx",
                    ),
                    models.Index(
                        fields=["lambda_field", "pk_field"],
                        name="model_lambda_field_12f0cca_idx",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Medium",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        primary_key=True,
                        serialize=False,
                        default=uuid.uuid4,
                        editable=False,
                    ),
                ),
                ("title", models.CharField(max_length=80)),
            ],
            options={
                "verbose_name": "Medium",
                "verbose_name_plural": "Media",
                "ordering": ["title", "pk"],
                "indexes": [
                    models.Index(fields=["title", "id"], name="medium_title_id_idx"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Admin",
            fields=[
                ("number", models.BigAutoField(primary_key=True, serialize=False)),
                ("login", models.CharField(max_length=40)),
            ],
            options={
                "verbose_name": "Admin",
                "verbose_name_plural": "Admins",
                "ordering": ["login", "pk"],
                "indexes": [
                    models.Index(
                        fields=["login", "number"],
                        name="admin_login_number_idx",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Person",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        primary_key=True,
                        serialize=False,
                        default=uuid.uuid4,
                        editable=False,
                    ),
                ),
                ("name", models.CharField(max_length=80)),
            ],
            options={
                "verbose_name": "Person",
                "verbose_name_plural": "People",
                "ordering": ["name", "pk"],
                "indexes": [
                    models.Index(fields=["name", "id"], name="person_name_id_idx"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Title",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        primary_key=True,
                        serialize=False,
                        default=uuid.uuid4,
                        editable=False,
                    ),
                ),
                (
                    "name",
                    models.CharField(
                        max_length=80,
                        verbose_name='<i>Name</i> "{{ 7*7 }}" %(x)s',
                        help_text="<b>Help</b> & {% now 'Y' %} 100% \\",
                    ),
                ),
                (
                    "code",
                    models.CharField(
                        max_length=20,
                        blank=True,
                        default="a",
                        verbose_name='""" ${7*7}\n## heading',
                        validators=[
                            RegexValidator(
                                "^[a-z]*$",
                                (
                                    "100%% <b>wrong</b> %%(value)s {%% now 'Y' %%} "
                                    '"quoted"'
                                ),
                            ),
                        ],
                    ),
                ),
                (
                    "other",
                    models.ForeignKey(
                        "core.title",
                        on_delete=models.SET_NULL,
                        related_name="other_titles",
                        null=True,
                        blank=True,
                        verbose_name="'); import os #",
                        help_text='"><script>alert(1)</script>',
                    ),
                ),
                (
                    "parent",
                    models.ForeignKey(
                        "core.title",
                        on_delete=models.SET_NULL,
                        related_name="children",
                        null=True,
                        blank=True,
                        verbose_name="日本語",
                        help_text="%s %d {0}",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        max_length=1,
                        choices=[("a", "A")],
                        blank=True,
                        default="a",
                        verbose_name="eMail",
                        help_text=" around \n",
                    ),
                ),
                (
                    "day",
                    models.DateField(
                        null=True,
                        blank=True,
                        verbose_name="{# comment #}",
                    ),
                ),
            ],
            options={
                "verbose_name": "<b>Title</b> {% now 'Y' %} 100%",
                "verbose_name_plural": 'Ti\'tles "<b>" {{ 7*7 }} ${7*7} 100% %}',
                "ordering": ["name", "pk"],
                "indexes": [
                    models.Index(fields=["name", "id"], name="title_name_id_idx"),
                    models.Index(fields=["code", "id"], name="title_code_id_idx"),
                    models.Index(fields=["kind", "id"], name="title_kind_id_idx"),
                    models.Index(fields=["day", "id"], name="title_day_id_idx"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Value",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        primary_key=True,
                        serialize=False,
                        default=uuid.uuid4,
                        editable=False,
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        max_length=11,
                        choices=[
                            ("None", "None"),
                            ("2fa", "2fa"),
                            ("in progress", "In progress"),
                            ("ünïcode", "Ünïcode"),
                            ("True", "True"),
                            ("class", "Class"),
                            ("a,b", "A,b"),
                            ('quo"te', 'Quo"te'),
                        ],
                        blank=True,
                        default="None",
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        max_length=7,
                        choices=[
                            ("status", "Status"),
                            ("mode", "Mode"),
                            ("section", "Section"),
                            ("field", "Field"),
                            ("on", "On"),
                            ("entity", "Entity"),
                        ],
                        blank=True,
                        default="status",
                    ),
                ),
                (
                    "empty",
                    models.CharField(
                        max_length=3,
                        choices=[
                            ("-", "-"),
                            ("+", "+"),
                            ("a-b", "A-b"),
                            ("a b", "a b"),
                            ("a_b", "a_b"),
                        ],
                        blank=True,
                        default="-",
                    ),
                ),
                ("true_north", models.BooleanField(default=False)),
                ("mode", models.CharField(max_length=20, blank=True, default="mode")),
                ("section", models.CharField(max_length=20, blank=True, default="\\")),
                (
                    "field",
                    models.CharField(
                        max_length=20,
                        blank=True,
                        default="'); import os",
                    ),
                ),
                (
                    "description",
                    models.CharField(
                        max_length=200,
                        blank=True,
                        default="{{ 7*7 }} ${7*7} {% now 'Y' %}",
                    ),
                ),
                ("text", models.TextField(blank=True, default="line\nbreak")),
            ],
            options={
                "verbose_name": "Value",
                "verbose_name_plural": "Values",
                "ordering": ["mode", "pk"],
                "indexes": [
                    models.Index(fields=["state", "id"], name="value_state_id_idx"),
                    models.Index(fields=["status", "id"], name="value_status_id_idx"),
                    models.Index(fields=["empty", "id"], name="value_empty_id_idx"),
                    models.Index(
                        fields=["true_north", "id"],
                        name="value_true_north_id_idx",
                    ),
                    models.Index(fields=["mode", "id"], name="value_mode_id_idx"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Text",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        primary_key=True,
                        serialize=False,
                        default=uuid.uuid4,
                        editable=False,
                    ),
                ),
                ("title", models.CharField(max_length=500)),
                (
                    "japanese",
                    models.CharField(
                        max_length=80,
                        blank=True,
                        default="日本語のタイトル",
                    ),
                ),
                (
                    "arabic",
                    models.CharField(max_length=80, blank=True, default="نص عربي"),
                ),
            ],
            options={
                "verbose_name": (
                    "\"Quoted\" \\ {{ 7*7 }} ${7*7} {% now 'Y' %} "
                    "<script>alert(1)</script>"
                ),
                "verbose_name_plural": (
                    "\"Quoted\" \\ {{ 7*7 }} ${7*7} {% now 'Y' %} "
                    "<script>alert(1)</script>"
                ),
                "ordering": ["title", "pk"],
                "indexes": [
                    models.Index(fields=["title", "id"], name="text_title_id_idx"),
                    models.Index(
                        fields=["japanese", "id"],
                        name="text_japanese_id_idx",
                    ),
                    models.Index(fields=["arabic", "id"], name="text_arabic_id_idx"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Group",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        primary_key=True,
                        serialize=False,
                        default=uuid.uuid4,
                        editable=False,
                    ),
                ),
                (
                    "class_field",
                    models.CharField(
                        max_length=40,
                        db_column="class",
                        verbose_name="Class",
                    ),
                ),
                (
                    "import_field",
                    models.CharField(
                        max_length=40,
                        blank=True,
                        default="",
                        db_column="import",
                        verbose_name="Import",
                    ),
                ),
                (
                    "members",
                    models.ForeignKey(
                        settings.AUTH_USER_MODEL,
                        on_delete=models.SET_NULL,
                        related_name="groups_field",
                        null=True,
                        blank=True,
                    ),
                ),
            ],
            options={
                "verbose_name": "Group",
                "verbose_name_plural": "Groups",
                "ordering": ["class_field", "pk"],
                "indexes": [
                    models.Index(
                        fields=["class_field", "id"],
                        name="group_class_field_id_idx",
                    ),
                    models.Index(
                        fields=["import_field", "id"],
                        name="group_import_field_id_idx",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Session",
            fields=[
                (
                    "key",
                    models.CharField(max_length=32, primary_key=True, serialize=False),
                ),
                (
                    "user",
                    models.ForeignKey(
                        settings.AUTH_USER_MODEL,
                        on_delete=models.RESTRICT,
                        related_name="sessions",
                    ),
                ),
                (
                    "save_field",
                    models.BooleanField(
                        default=False,
                        db_column="save",
                        verbose_name="Save",
                    ),
                ),
                (
                    "delete_field",
                    models.DateField(
                        null=True,
                        blank=True,
                        default=session_delete_field_default,
                        db_column="delete",
                        verbose_name="Delete",
                    ),
                ),
            ],
            options={
                "verbose_name": "Session",
                "verbose_name_plural": "Sessions",
                "ordering": ["key", "pk"],
                "indexes": [
                    models.Index(
                        fields=["save_field", "key"],
                        name="session_save_field_key_idx",
                    ),
                    models.Index(
                        fields=["delete_field", "key"],
                        name="session_delete_field_key_idx",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Form",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        primary_key=True,
                        serialize=False,
                        default=uuid.uuid4,
                        editable=False,
                    ),
                ),
                (
                    "media_field",
                    models.FileField(
                        upload_to="form/media_field/",
                        blank=True,
                        db_column="media",
                        verbose_name="Media",
                    ),
                ),
                (
                    "auto_id_field",
                    models.CharField(
                        max_length=20,
                        blank=True,
                        default="",
                        db_column="auto_id",
                        verbose_name="Auto ID",
                    ),
                ),
                (
                    "non_field_errors_field",
                    models.CharField(
                        max_length=20,
                        blank=True,
                        default="",
                        db_column="non_field_errors",
                        verbose_name="Non field errors",
                    ),
                ),
                (
                    "uuid_field",
                    models.UUIDField(
                        null=True,
                        blank=True,
                        db_column="uuid",
                        verbose_name="UUID",
                    ),
                ),
                (
                    "owner",
                    models.ForeignKey(
                        settings.AUTH_USER_MODEL,
                        on_delete=models.SET_NULL,
                        related_name="forms",
                        null=True,
                        blank=True,
                    ),
                ),
                (
                    "owner_id_field",
                    models.IntegerField(null=True, blank=True, verbose_name="Owner ID"),
                ),
                ("unique", models.CharField(max_length=20, blank=True, default="")),
                ("index", models.IntegerField(null=True, blank=True)),
            ],
            options={
                "verbose_name": "Form",
                "verbose_name_plural": "Forms",
                "ordering": ["unique", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=["owner", "owner_id_field"],
                        name="form_owner_owner_id_field_uniq",
                    ),
                ],
                "indexes": [
                    models.Index(
                        fields=["index", "unique"],
                        name="form_index_unique_idx",
                    ),
                    models.Index(fields=["media_field"], name="form_media_field_idx"),
                    models.Index(
                        fields=["auto_id_field", "id"],
                        name="form_auto_id_field_id_idx",
                    ),
                    models.Index(
                        fields=["non_field_errors_field", "id"],
                        name="form_non_field_err_4106071_idx",
                    ),
                    models.Index(
                        fields=["owner_id_field", "id"],
                        name="form_owner_id_field_id_idx",
                    ),
                    models.Index(fields=["unique", "id"], name="form_unique_id_idx"),
                ],
            },
        ),
        migrations.CreateModel(
            name="View",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        primary_key=True,
                        serialize=False,
                        default=uuid.uuid4,
                        editable=False,
                    ),
                ),
                ("request", models.CharField(max_length=20)),
                ("template", models.CharField(max_length=20, blank=True, default="")),
                (
                    "object",
                    models.ForeignKey(
                        "core.model",
                        on_delete=models.SET_NULL,
                        related_name="views",
                        null=True,
                        blank=True,
                    ),
                ),
            ],
            options={
                "verbose_name": "View",
                "verbose_name_plural": "Views",
                "ordering": ["request", "pk"],
                "indexes": [
                    models.Index(fields=["request", "id"], name="view_request_id_idx"),
                    models.Index(
                        fields=["template", "id"],
                        name="view_template_id_idx",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Account",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        primary_key=True,
                        serialize=False,
                        default=uuid.uuid4,
                        editable=False,
                    ),
                ),
                ("first_name", models.CharField(max_length=40, blank=True, default="")),
                ("password", models.CharField(max_length=40, blank=True, default="")),
                ("is_active", models.BooleanField(default=True)),
                (
                    "admin",
                    models.ForeignKey(
                        "core.admin",
                        on_delete=models.SET_NULL,
                        related_name="accounts",
                        null=True,
                        blank=True,
                    ),
                ),
            ],
            options={
                "verbose_name": "Account",
                "verbose_name_plural": "Accounts",
                "ordering": ["first_name", "pk"],
                "indexes": [
                    models.Index(
                        fields=["first_name", "id"],
                        name="account_first_name_id_idx",
                    ),
                    models.Index(
                        fields=["is_active", "id"],
                        name="account_is_active_id_idx",
                    ),
                ],
            },
        ),
    ]
