"""The records that the app keeps."""

import uuid

from django.conf import settings
from django.contrib.auth.models import AbstractUser
from django.core.validators import RegexValidator
from django.db import models
from django.urls import reverse
from django.utils.timezone import get_default_timezone, localdate

from pages.accounts.managers import UserManager
from records import functions
from records.administrators import check_administrators
from records.querysets import QuerySet


def session_delete_field_default():
    return localdate(timezone=get_default_timezone())


class User(AbstractUser):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = models.CharField(max_length=80)
    models_field = models.CharField(
        max_length=20,
        blank=True,
        default="",
        db_column="models",
        verbose_name="Models",
    )
    objects_field = models.IntegerField(
        null=True,
        blank=True,
        default=1,
        db_column="objects",
        verbose_name="Objects",
    )
    pk_field = models.CharField(
        max_length=20,
        blank=True,
        default="",
        db_column="pk",
        verbose_name="Pk",
    )

    search_fields = ["name", "models_field", "pk_field"]

    REQUIRED_FIELDS = ["email", "name"]

    objects = UserManager.from_queryset(QuerySet)()

    class Meta:
        verbose_name = "User"
        verbose_name_plural = "Users"
        ordering = ["name", "pk"]
        indexes = [
            models.Index(fields=["name", "id"], name="user_name_id_idx"),
            models.Index(
                fields=["models_field", "id"],
                name="user_models_field_id_idx",
            ),
            models.Index(
                fields=["objects_field", "id"],
                name="user_objects_field_id_idx",
            ),
            models.Index(fields=["pk_field", "id"], name="user_pk_field_id_idx"),
        ]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("user_detail", kwargs={"pk": self.pk})

    def clean(self):
        super().clean()
        check_administrators(self)


class Group(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    class_field = models.CharField(
        max_length=40,
        db_column="class",
        verbose_name="Class",
    )
    import_field = models.CharField(
        max_length=40,
        blank=True,
        default="",
        db_column="import",
        verbose_name="Import",
    )
    members = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        related_name="groups_field",
        null=True,
        blank=True,
    )

    search_fields = ["class_field", "import_field"]

    objects = QuerySet.as_manager()

    class Meta:
        verbose_name = "Group"
        verbose_name_plural = "Groups"
        ordering = ["class_field", "pk"]
        indexes = [
            models.Index(fields=["class_field", "id"], name="group_class_field_id_idx"),
            models.Index(
                fields=["import_field", "id"],
                name="group_import_field_id_idx",
            ),
        ]

    def __str__(self):
        return self.class_field

    def get_absolute_url(self):
        return reverse("group_detail", kwargs={"pk": self.pk})


class Session(models.Model):
    key = models.CharField(max_length=32, primary_key=True)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.RESTRICT,
        related_name="sessions",
    )
    save_field = models.BooleanField(
        default=False,
        db_column="save",
        verbose_name="Save",
    )
    delete_field = models.DateField(
        null=True,
        blank=True,
        default=session_delete_field_default,
        db_column="delete",
        verbose_name="Delete",
    )

    search_fields = ["key"]

    objects = QuerySet.as_manager()

    class Meta:
        verbose_name = "Session"
        verbose_name_plural = "Sessions"
        ordering = ["key", "pk"]
        indexes = [
            models.Index(
                fields=["save_field", "key"],
                name="session_save_field_key_idx",
            ),
            models.Index(
                fields=["delete_field", "key"],
                name="session_delete_field_key_idx",
            ),
        ]

    def __str__(self):
        return self.key

    def get_absolute_url(self):
        return reverse("session_detail", kwargs={"pk": self.pk})


class Permission(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    id_field = models.CharField(max_length=20, db_column="id_", verbose_name="ID")
    a_b = models.IntegerField(null=True, blank=True, db_column="a__b")
    trailing = models.CharField(
        max_length=20,
        blank=True,
        default="",
        db_column="trailing_",
    )
    leading = models.CharField(
        max_length=20,
        blank=True,
        default="",
        db_column="_leading",
    )
    errors_field = models.TextField(
        blank=True,
        default="",
        db_column="errors",
        verbose_name="Errors",
    )
    full_clean_field = models.BooleanField(
        default=True,
        db_column="full_clean",
        verbose_name="Full clean",
    )

    search_fields = ["id_field", "trailing", "leading", "errors_field"]

    objects = QuerySet.as_manager()

    class Meta:
        verbose_name = "Permission"
        verbose_name_plural = "Permissions"
        ordering = ["id_field", "pk"]
        indexes = [
            models.Index(fields=["id_field", "id"], name="permission_id_field_id_idx"),
            models.Index(fields=["a_b", "id"], name="permission_a_b_id_idx"),
            models.Index(fields=["trailing", "id"], name="permission_trailing_id_idx"),
            models.Index(fields=["leading", "id"], name="permission_leading_id_idx"),
            models.Index(
                fields=["full_clean_field", "id"],
                name="permission_full_cl_9564bdf_idx",
            ),
        ]

    def __str__(self):
        return self.id_field

    def get_absolute_url(self):
        return reverse("permission_detail", kwargs={"pk": self.pk})


class Form(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    media_field = models.FileField(
        upload_to="form/media_field/",
        blank=True,
        db_column="media",
        verbose_name="Media",
    )
    auto_id_field = models.CharField(
        max_length=20,
        blank=True,
        default="",
        db_column="auto_id",
        verbose_name="Auto ID",
    )
    non_field_errors_field = models.CharField(
        max_length=20,
        blank=True,
        default="",
        db_column="non_field_errors",
        verbose_name="Non field errors",
    )
    uuid_field = models.UUIDField(
        null=True,
        blank=True,
        db_column="uuid",
        verbose_name="UUID",
    )
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        related_name="forms",
        null=True,
        blank=True,
    )
    owner_id_field = models.IntegerField(null=True, blank=True, verbose_name="Owner ID")
    unique = models.CharField(max_length=20, blank=True, default="")
    index = models.IntegerField(null=True, blank=True)

    search_fields = ["auto_id_field", "non_field_errors_field", "unique"]

    objects = QuerySet.as_manager()

    class Meta:
        verbose_name = "Form"
        verbose_name_plural = "Forms"
        ordering = ["unique", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["owner", "owner_id_field"],
                name="form_owner_owner_id_field_uniq",
            ),
        ]
        indexes = [
            models.Index(fields=["index", "unique"], name="form_index_unique_idx"),
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
        ]

    def __str__(self):
        if not self.unique:
            return f"{self._meta.verbose_name} {str(self.pk)[:8]}"
        return self.unique

    def get_absolute_url(self):
        return reverse("form_detail", kwargs={"pk": self.pk})


class View(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    request = models.CharField(max_length=20)
    template = models.CharField(max_length=20, blank=True, default="")
    object = models.ForeignKey(
        "Model",
        on_delete=models.SET_NULL,
        related_name="views",
        null=True,
        blank=True,
    )

    search_fields = ["request", "template"]

    objects = QuerySet.as_manager()

    class Meta:
        verbose_name = "View"
        verbose_name_plural = "Views"
        ordering = ["request", "pk"]
        indexes = [
            models.Index(fields=["request", "id"], name="view_request_id_idx"),
            models.Index(fields=["template", "id"], name="view_template_id_idx"),
        ]

    def __str__(self):
        return self.request

    def get_absolute_url(self):
        return reverse("view_detail", kwargs={"pk": self.pk})


class Model(models.Model):
    pk_field = models.SlugField(
        max_length=100,
        primary_key=True,
        db_column="pk",
        verbose_name="Pk",
    )
    Meta_field = models.CharField(
        max_length=20,
        blank=True,
        default="",
        db_column="Meta",
        verbose_name="Meta",
    )
    self_field = models.CharField(
        max_length=20,
        blank=True,
        default="",
        db_column="self",
        verbose_name="Self",
    )
    None_field = models.BooleanField(
        default=False,
        db_column="None",
        verbose_name="None",
    )
    True_field = models.IntegerField(
        null=True,
        blank=True,
        db_column="True",
        verbose_name="True",
    )
    lambda_field = models.FloatField(
        null=True,
        blank=True,
        db_column="lambda",
        verbose_name="Lambda",
    )

    search_fields = ["pk_field", "Meta_field", "self_field"]

    objects = QuerySet.as_manager()

    class Meta:
        verbose_name = "Model"
        verbose_name_plural = "Models"
        ordering = ["Meta_field", "pk"]
        indexes = [
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
        ]

    def __str__(self):
        if not self.Meta_field:
            return f"{self._meta.verbose_name} {str(self.pk)[:8]}"
        return self.Meta_field

    def get_absolute_url(self):
        return reverse("model_detail", kwargs={"pk": self.pk})


class Account(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    first_name = models.CharField(max_length=40, blank=True, default="")
    password = models.CharField(max_length=40, blank=True, default="")
    is_active = models.BooleanField(default=True)
    admin = models.ForeignKey(
        "Admin",
        on_delete=models.SET_NULL,
        related_name="accounts",
        null=True,
        blank=True,
    )

    search_fields = ["first_name"]

    objects = QuerySet.as_manager()

    class Meta:
        verbose_name = "Account"
        verbose_name_plural = "Accounts"
        ordering = ["first_name", "pk"]
        indexes = [
            models.Index(fields=["first_name", "id"], name="account_first_name_id_idx"),
            models.Index(fields=["is_active", "id"], name="account_is_active_id_idx"),
        ]

    def __str__(self):
        if not self.first_name:
            return f"{self._meta.verbose_name} {str(self.pk)[:8]}"
        return self.first_name

    def get_absolute_url(self):
        return reverse("account_detail", kwargs={"pk": self.pk})


class Medium(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    title = models.CharField(max_length=80)

    search_fields = ["title"]

    objects = QuerySet.as_manager()

    class Meta:
        verbose_name = "Medium"
        verbose_name_plural = "Media"
        ordering = ["title", "pk"]
        indexes = [models.Index(fields=["title", "id"], name="medium_title_id_idx")]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("medium_detail", kwargs={"pk": self.pk})


class Admin(models.Model):
    number = models.BigAutoField(primary_key=True)
    login = models.CharField(max_length=40)

    search_fields = ["login"]

    objects = QuerySet.as_manager()

    class Meta:
        verbose_name = "Admin"
        verbose_name_plural = "Admins"
        ordering = ["login", "pk"]
        indexes = [
            models.Index(fields=["login", "number"], name="admin_login_number_idx"),
        ]

    def __str__(self):
        return self.login

    def get_absolute_url(self):
        return reverse("admin_detail", kwargs={"pk": self.pk})


class Person(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = models.CharField(max_length=80)

    search_fields = ["name"]

    objects = QuerySet.as_manager()

    class Meta:
        verbose_name = "Person"
        verbose_name_plural = "People"
        ordering = ["name", "pk"]
        indexes = [models.Index(fields=["name", "id"], name="person_name_id_idx")]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("person_detail", kwargs={"pk": self.pk})


class TitleQuerySet(QuerySet):
    def compute_length(self):
        return functions.WholeDays(functions.today() - models.F("day"))


class Title(models.Model):
    class Kind(models.TextChoices):
        A = "a", "A"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = models.CharField(
        max_length=80,
        verbose_name='<i>Name</i> "{{ 7*7 }}" %(x)s',
        help_text="<b>Help</b> & {% now 'Y' %} 100% \\",
    )
    code = models.CharField(
        max_length=20,
        blank=True,
        default="a",
        verbose_name='""" ${7*7}\n## heading',
        validators=[
            RegexValidator(
                "^[a-z]*$",
                "100%% <b>wrong</b> %%(value)s {%% now 'Y' %%} \"quoted\"",
            ),
        ],
    )
    other = models.ForeignKey(
        "self",
        on_delete=models.SET_NULL,
        related_name="other_titles",
        null=True,
        blank=True,
        verbose_name="'); import os #",
        help_text='"><script>alert(1)</script>',
    )
    parent = models.ForeignKey(
        "self",
        on_delete=models.SET_NULL,
        related_name="children",
        null=True,
        blank=True,
        verbose_name="日本語",
        help_text="%s %d {0}",
    )
    kind = models.CharField(
        max_length=1,
        choices=Kind,
        blank=True,
        default=Kind.A,
        verbose_name="eMail",
        help_text=" around \n",
    )
    day = models.DateField(null=True, blank=True, verbose_name="{# comment #}")

    search_fields = ["name", "code"]

    objects = TitleQuerySet.as_manager()

    class Meta:
        verbose_name = "<b>Title</b> {% now 'Y' %} 100%"
        verbose_name_plural = 'Ti\'tles "<b>" {{ 7*7 }} ${7*7} 100% %}'
        ordering = ["name", "pk"]
        indexes = [
            models.Index(fields=["name", "id"], name="title_name_id_idx"),
            models.Index(fields=["code", "id"], name="title_code_id_idx"),
            models.Index(fields=["kind", "id"], name="title_kind_id_idx"),
            models.Index(fields=["day", "id"], name="title_day_id_idx"),
        ]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("title_detail", kwargs={"pk": self.pk})


class Value(models.Model):
    class State(models.TextChoices):
        NONE = "None", "None"
        VALUE_2FA = "2fa", "2fa"
        IN_PROGRESS = "in progress", "In progress"
        UNICODE = "ünïcode", "Ünïcode"
        TRUE = "True", "True"
        CLASS = "class", "Class"
        A_B = "a,b", "A,b"
        QUO_TE = 'quo"te', 'Quo"te'

    class Status(models.TextChoices):
        STATUS = "status", "Status"
        MODE = "mode", "Mode"
        SECTION = "section", "Section"
        FIELD = "field", "Field"
        ON = "on", "On"
        ENTITY = "entity", "Entity"

    class Empty(models.TextChoices):
        VALUE = "-", "-"
        VALUE_2 = "+", "+"
        A_B = "a-b", "A-b"
        A_B_2 = "a b", "a b"
        A_B_3 = "a_b", "a_b"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    state = models.CharField(
        max_length=11,
        choices=State,
        blank=True,
        default=State.NONE,
    )
    status = models.CharField(
        max_length=7,
        choices=Status,
        blank=True,
        default=Status.STATUS,
    )
    empty = models.CharField(
        max_length=3,
        choices=Empty,
        blank=True,
        default=Empty.VALUE,
    )
    true_north = models.BooleanField(default=False)
    mode = models.CharField(max_length=20, blank=True, default="mode")
    section = models.CharField(max_length=20, blank=True, default="\\")
    field = models.CharField(max_length=20, blank=True, default="'); import os")
    description = models.CharField(
        max_length=200,
        blank=True,
        default="{{ 7*7 }} ${7*7} {% now 'Y' %}",
    )
    text = models.TextField(blank=True, default="line\nbreak")

    search_fields = ["mode", "section", "field", "description", "text"]

    objects = QuerySet.as_manager()

    class Meta:
        verbose_name = "Value"
        verbose_name_plural = "Values"
        ordering = ["mode", "pk"]
        indexes = [
            models.Index(fields=["state", "id"], name="value_state_id_idx"),
            models.Index(fields=["status", "id"], name="value_status_id_idx"),
            models.Index(fields=["empty", "id"], name="value_empty_id_idx"),
            models.Index(fields=["true_north", "id"], name="value_true_north_id_idx"),
            models.Index(fields=["mode", "id"], name="value_mode_id_idx"),
        ]

    def __str__(self):
        if not self.mode:
            return f"{self._meta.verbose_name} {str(self.pk)[:8]}"
        return self.mode

    def get_absolute_url(self):
        return reverse("value_detail", kwargs={"pk": self.pk})


class Text(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    title = models.CharField(max_length=500)
    japanese = models.CharField(max_length=80, blank=True, default="日本語のタイトル")
    arabic = models.CharField(max_length=80, blank=True, default="نص عربي")

    search_fields = ["title", "japanese", "arabic"]

    objects = QuerySet.as_manager()

    class Meta:
        verbose_name = (
            "\"Quoted\" \\ {{ 7*7 }} ${7*7} {% now 'Y' %} <script>alert(1)</script>"
        )
        verbose_name_plural = (
            "\"Quoted\" \\ {{ 7*7 }} ${7*7} {% now 'Y' %} <script>alert(1)</script>"
        )
        ordering = ["title", "pk"]
        indexes = [
            models.Index(fields=["title", "id"], name="text_title_id_idx"),
            models.Index(fields=["japanese", "id"], name="text_japanese_id_idx"),
            models.Index(fields=["arabic", "id"], name="text_arabic_id_idx"),
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("text_detail", kwargs={"pk": self.pk})
