import uuid
from decimal import Decimal

from django.conf import settings
from django.contrib.auth.validators import UnicodeUsernameValidator
from django.core.validators import MaxValueValidator, MinValueValidator, RegexValidator
from django.db import migrations, models
from django.utils.timezone import now

from ..models import (
    tree_planted_on_default,
    visit_visited_on_default,
    volunteer_since_default,
)


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
                        default=uuid.uuid4,
                        editable=False,
                        primary_key=True,
                        serialize=False,
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
                "verbose_name": "user",
                "verbose_name_plural": "users",
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Species",
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
                ("name", models.CharField(max_length=80, unique=True)),
                (
                    "latin_name",
                    models.CharField(
                        max_length=120,
                        unique=True,
                        validators=[RegexValidator("^[A-Z][a-z]+ [a-z× -]+$")],
                    ),
                ),
                (
                    "litres_per_week",
                    models.IntegerField(
                        null=True,
                        blank=True,
                        default=60,
                        validators=[MinValueValidator(0)],
                    ),
                ),
                ("is_native", models.BooleanField(default=False)),
                ("about", models.URLField(max_length=500, blank=True, default="")),
                ("notes", models.TextField(blank=True, default="")),
            ],
            options={
                "verbose_name": "Species",
                "verbose_name_plural": "Species",
                "ordering": ["name", "pk"],
                "indexes": [
                    models.Index(
                        fields=["litres_per_week", "id"],
                        name="species_litres_per_week_id_idx",
                    ),
                    models.Index(
                        fields=["is_native", "id"],
                        name="species_is_native_id_idx",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Volunteer",
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
                ("name", models.CharField(max_length=120)),
                ("email", models.EmailField(null=True, blank=True, unique=True)),
                ("phone", models.CharField(max_length=40, blank=True, default="")),
                ("district", models.CharField(max_length=60, blank=True, default="")),
                ("has_keys", models.BooleanField(default=False)),
                (
                    "since",
                    models.DateField(
                        null=True,
                        blank=True,
                        default=volunteer_since_default,
                    ),
                ),
            ],
            options={
                "verbose_name": "Volunteer",
                "verbose_name_plural": "Volunteers",
                "ordering": ["name", "pk"],
                "indexes": [
                    models.Index(fields=["name"], name="volunteer_name_idx"),
                    models.Index(
                        fields=["district", "id"],
                        name="volunteer_district_id_idx",
                    ),
                    models.Index(
                        fields=["has_keys", "id"],
                        name="volunteer_has_keys_id_idx",
                    ),
                    models.Index(fields=["since", "id"], name="volunteer_since_id_idx"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Tree",
            fields=[
                (
                    "number",
                    models.SlugField(max_length=100, primary_key=True, serialize=False),
                ),
                (
                    "species",
                    models.ForeignKey(
                        "core.species",
                        on_delete=models.RESTRICT,
                        related_name="trees",
                    ),
                ),
                ("street", models.CharField(max_length=120)),
                (
                    "district",
                    models.CharField(
                        max_length=9,
                        choices=[
                            ("Old Town", "Old Town"),
                            ("Harbour", "Harbour"),
                            ("Hillside", "Hillside"),
                            ("Riverbank", "Riverbank"),
                        ],
                    ),
                ),
                (
                    "planted_on",
                    models.DateField(
                        null=True,
                        blank=True,
                        default=tree_planted_on_default,
                    ),
                ),
                (
                    "height_m",
                    models.DecimalField(
                        max_digits=4,
                        decimal_places=1,
                        null=True,
                        blank=True,
                        validators=[
                            MinValueValidator(Decimal("0")),
                            MaxValueValidator(Decimal("60")),
                        ],
                    ),
                ),
                (
                    "condition",
                    models.CharField(
                        max_length=7,
                        choices=[
                            ("good", "Good"),
                            ("thirsty", "Thirsty"),
                            ("ailing", "Ailing"),
                            ("felled", "Felled"),
                        ],
                        blank=True,
                        default="good",
                    ),
                ),
                (
                    "caretaker",
                    models.ForeignKey(
                        "core.volunteer",
                        on_delete=models.SET_NULL,
                        related_name="trees",
                        null=True,
                        blank=True,
                    ),
                ),
                ("photo", models.ImageField(upload_to="tree/photo/", blank=True)),
                ("is_protected", models.BooleanField(default=False)),
                (
                    "recorded_by",
                    models.ForeignKey(
                        settings.AUTH_USER_MODEL,
                        on_delete=models.RESTRICT,
                        related_name="trees",
                    ),
                ),
                ("recorded_at", models.DateTimeField(auto_now_add=True)),
            ],
            options={
                "verbose_name": "Tree",
                "verbose_name_plural": "Trees",
                "ordering": ["-recorded_at", "-pk"],
                "indexes": [
                    models.Index(
                        fields=["district", "street"],
                        name="tree_district_street_idx",
                    ),
                    models.Index(
                        fields=["street", "number"],
                        name="tree_street_number_idx",
                    ),
                    models.Index(
                        fields=["planted_on", "number"],
                        name="tree_planted_on_number_idx",
                    ),
                    models.Index(
                        fields=["condition", "number"],
                        name="tree_condition_number_idx",
                    ),
                    models.Index(fields=["photo"], name="tree_photo_idx"),
                    models.Index(
                        fields=["is_protected", "number"],
                        name="tree_is_protected_number_idx",
                    ),
                    models.Index(
                        fields=["recorded_at", "number"],
                        name="tree_recorded_at_number_idx",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Visit",
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
                    "tree",
                    models.ForeignKey(
                        "core.tree",
                        on_delete=models.CASCADE,
                        related_name="visits",
                    ),
                ),
                (
                    "volunteer",
                    models.ForeignKey(
                        "core.volunteer",
                        on_delete=models.RESTRICT,
                        related_name="visits",
                    ),
                ),
                ("visited_on", models.DateField(default=visit_visited_on_default)),
                ("started_at", models.TimeField(null=True, blank=True)),
                (
                    "minutes",
                    models.IntegerField(
                        null=True,
                        blank=True,
                        default=30,
                        validators=[MinValueValidator(1), MaxValueValidator(480)],
                    ),
                ),
                (
                    "litres",
                    models.FloatField(
                        null=True,
                        blank=True,
                        validators=[MinValueValidator(0)],
                    ),
                ),
                (
                    "found",
                    models.CharField(
                        max_length=7,
                        choices=[
                            ("good", "Good"),
                            ("thirsty", "Thirsty"),
                            ("ailing", "Ailing"),
                            ("felled", "Felled"),
                        ],
                        blank=True,
                        default="",
                    ),
                ),
                ("remarks", models.TextField(blank=True, default="")),
                ("recorded_at", models.DateTimeField(auto_now_add=True)),
            ],
            options={
                "verbose_name": "Visit",
                "verbose_name_plural": "Visits",
                "ordering": ["-recorded_at", "-pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=["tree", "volunteer", "visited_on"],
                        name="visit_tree_volunt_2922605_uniq",
                    ),
                ],
                "indexes": [
                    models.Index(
                        fields=["-visited_on", "tree"],
                        name="visit_visited_on_t_5c26594_idx",
                    ),
                    models.Index(fields=["litres", "id"], name="visit_litres_id_idx"),
                    models.Index(fields=["found", "id"], name="visit_found_id_idx"),
                    models.Index(
                        fields=["recorded_at", "id"],
                        name="visit_recorded_at_id_idx",
                    ),
                ],
            },
        ),
    ]
