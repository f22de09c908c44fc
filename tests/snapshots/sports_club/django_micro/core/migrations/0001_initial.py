import uuid

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import migrations, models
from django.utils.timezone import now

from records.full_text_index import FullTextIndex


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("auth", "0012_alter_user_first_name_max_length"),
    ]

    operations = [
        migrations.CreateModel(
            name="Club",
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
                ("founded", models.DateField(null=True, blank=True)),
            ],
            options={
                "verbose_name": "Club",
                "verbose_name_plural": "Clubs",
                "ordering": ["name", "pk"],
                "indexes": [
                    models.Index(fields=["founded", "id"], name="club_founded_id_idx"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Member",
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
                    "club",
                    models.ForeignKey(
                        "core.club",
                        on_delete=models.SET_NULL,
                        related_name="members",
                        null=True,
                        blank=True,
                    ),
                ),
                ("name", models.CharField(max_length=120)),
                ("email", models.EmailField(unique=True)),
                ("birthday", models.DateField(null=True, blank=True)),
                ("left_at", models.DateTimeField(null=True, blank=True, db_index=True)),
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
                "verbose_name": "Member",
                "verbose_name_plural": "Members",
                "ordering": ["name", "pk"],
                "indexes": [
                    models.Index(fields=["name", "id"], name="member_name_id_idx"),
                    models.Index(
                        fields=["birthday", "id"],
                        name="member_birthday_id_idx",
                    ),
                    FullTextIndex(
                        fields=["name", "email"],
                        config="english",
                        name="member_name_email_words",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Ground",
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
                    "club",
                    models.ForeignKey(
                        "core.club",
                        on_delete=models.CASCADE,
                        related_name="grounds",
                    ),
                ),
                ("name", models.CharField(max_length=80)),
                (
                    "kind",
                    models.CharField(
                        max_length=5,
                        choices=[
                            ("pitch", "Pitch"),
                            ("court", "Court"),
                            ("hall", "Hall"),
                        ],
                        blank=True,
                        default="pitch",
                    ),
                ),
            ],
            options={
                "verbose_name": "Ground",
                "verbose_name_plural": "Grounds",
                "ordering": ["name", "pk"],
                "indexes": [
                    models.Index(fields=["name", "id"], name="ground_name_id_idx"),
                    models.Index(fields=["kind", "id"], name="ground_kind_id_idx"),
                ],
            },
        ),
        migrations.CreateModel(
            name="MedicalCard",
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
                    "member",
                    models.OneToOneField(
                        settings.AUTH_USER_MODEL,
                        on_delete=models.RESTRICT,
                        related_name="card",
                    ),
                ),
                (
                    "blood_group",
                    models.CharField(
                        max_length=2,
                        choices=[("A", "A"), ("B", "B"), ("AB", "AB"), ("0", "0")],
                        blank=True,
                        default="",
                    ),
                ),
                ("allergies", models.TextField(blank=True, default="")),
                ("revision", models.IntegerField(null=True, blank=True, default=1)),
            ],
            options={
                "verbose_name": "Medical card",
                "verbose_name_plural": "Medical cards",
                "ordering": ["pk"],
                "indexes": [
                    models.Index(
                        fields=["revision", "id"],
                        name="medical_card_revis_c22ea35_idx",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Address",
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
                ("street", models.CharField(max_length=120, blank=True, default="")),
                ("town", models.CharField(max_length=80)),
                (
                    "member",
                    models.OneToOneField(
                        settings.AUTH_USER_MODEL,
                        on_delete=models.CASCADE,
                        related_name="home",
                    ),
                ),
            ],
            options={
                "verbose_name": "Address",
                "verbose_name_plural": "Addresses",
                "ordering": ["street", "pk"],
            },
        ),
        migrations.CreateModel(
            name="Team",
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
                    "club",
                    models.ForeignKey(
                        "core.club",
                        on_delete=models.RESTRICT,
                        related_name="teams",
                    ),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("updated_at", models.DateTimeField(auto_now=True)),
                (
                    "created_by",
                    models.ForeignKey(
                        settings.AUTH_USER_MODEL,
                        on_delete=models.SET_NULL,
                        related_name="created_by_teams",
                        null=True,
                        blank=True,
                    ),
                ),
                (
                    "updated_by",
                    models.ForeignKey(
                        settings.AUTH_USER_MODEL,
                        on_delete=models.SET_NULL,
                        related_name="updated_by_teams",
                        null=True,
                        blank=True,
                    ),
                ),
                ("name", models.CharField(max_length=80)),
                (
                    "trainer",
                    models.ForeignKey(
                        settings.AUTH_USER_MODEL,
                        on_delete=models.SET_NULL,
                        related_name="trainer_teams",
                        null=True,
                        blank=True,
                    ),
                ),
                (
                    "players",
                    models.ManyToManyField(
                        settings.AUTH_USER_MODEL,
                        related_name="players_teams",
                        blank=True,
                    ),
                ),
            ],
            options={
                "verbose_name": "Team",
                "verbose_name_plural": "Teams",
                "ordering": ["-created_at", "-pk"],
                "indexes": [
                    models.Index(
                        fields=["created_at", "id"],
                        name="team_created_at_id_idx",
                    ),
                    models.Index(fields=["name", "id"], name="team_name_id_idx"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Locker",
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
                ("number", models.CharField(max_length=8, unique=True)),
                ("starts_at", models.DateTimeField()),
                (
                    "seasons",
                    models.IntegerField(
                        null=True,
                        blank=True,
                        default=1,
                        validators=[MinValueValidator(1), MaxValueValidator(1)],
                    ),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("updated_at", models.DateTimeField(auto_now=True)),
                (
                    "created_by",
                    models.ForeignKey(
                        settings.AUTH_USER_MODEL,
                        on_delete=models.SET_NULL,
                        related_name="created_by_lockers",
                        null=True,
                        blank=True,
                    ),
                ),
                (
                    "updated_by",
                    models.ForeignKey(
                        settings.AUTH_USER_MODEL,
                        on_delete=models.SET_NULL,
                        related_name="updated_by_lockers",
                        null=True,
                        blank=True,
                    ),
                ),
            ],
            options={
                "verbose_name": "Locker",
                "verbose_name_plural": "Lockers",
                "ordering": ["-created_at", "-pk"],
                "indexes": [
                    models.Index(
                        fields=["starts_at", "id"],
                        name="locker_starts_at_id_idx",
                    ),
                    models.Index(
                        fields=["seasons", "id"],
                        name="locker_seasons_id_idx",
                    ),
                    models.Index(
                        fields=["created_at", "id"],
                        name="locker_created_at_id_idx",
                    ),
                    models.Index(
                        fields=["updated_at", "id"],
                        name="locker_updated_at_id_idx",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Booking",
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
                    "ground",
                    models.ForeignKey(
                        "core.ground",
                        on_delete=models.RESTRICT,
                        related_name="bookings",
                    ),
                ),
                (
                    "member",
                    models.ForeignKey(
                        settings.AUTH_USER_MODEL,
                        on_delete=models.RESTRICT,
                        related_name="member_bookings",
                    ),
                ),
                ("starts_at", models.DateTimeField()),
                (
                    "hours",
                    models.IntegerField(
                        null=True,
                        blank=True,
                        default=1,
                        validators=[MinValueValidator(1), MaxValueValidator(3)],
                    ),
                ),
                ("cancelled", models.BooleanField(default=False)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("updated_at", models.DateTimeField(auto_now=True)),
                (
                    "created_by",
                    models.ForeignKey(
                        settings.AUTH_USER_MODEL,
                        on_delete=models.SET_NULL,
                        related_name="created_by_bookings",
                        null=True,
                        blank=True,
                    ),
                ),
                (
                    "updated_by",
                    models.ForeignKey(
                        settings.AUTH_USER_MODEL,
                        on_delete=models.SET_NULL,
                        related_name="updated_by_bookings",
                        null=True,
                        blank=True,
                    ),
                ),
            ],
            options={
                "verbose_name": "Booking",
                "verbose_name_plural": "Bookings",
                "ordering": ["-created_at", "-pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(cancelled=False)
                        | models.Q(starts_at__gt=models.F("created_at")),
                        name="booking_cancelle_3cd7b2f_check",
                        violation_error_message="It is over already",
                    ),
                ],
                "indexes": [
                    models.Index(
                        fields=["starts_at", "id"],
                        name="booking_starts_at_id_idx",
                    ),
                    models.Index(fields=["hours", "id"], name="booking_hours_id_idx"),
                    models.Index(
                        fields=["cancelled", "id"],
                        name="booking_cancelled_id_idx",
                    ),
                    models.Index(
                        fields=["created_at", "id"],
                        name="booking_created_at_id_idx",
                    ),
                    models.Index(
                        fields=["updated_at", "id"],
                        name="booking_updated_at_id_idx",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Match",
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
                    "club",
                    models.ForeignKey(
                        "core.club",
                        on_delete=models.RESTRICT,
                        related_name="matches",
                    ),
                ),
                ("opponent", models.CharField(max_length=80)),
                (
                    "team",
                    models.ForeignKey(
                        "core.team",
                        on_delete=models.CASCADE,
                        related_name="matches",
                    ),
                ),
                (
                    "ground",
                    models.ForeignKey(
                        "core.ground",
                        on_delete=models.SET_NULL,
                        related_name="matches",
                        null=True,
                        blank=True,
                    ),
                ),
                ("kick_off", models.DateTimeField()),
                (
                    "goals_for",
                    models.IntegerField(
                        null=True,
                        blank=True,
                        default=0,
                        validators=[MinValueValidator(0)],
                    ),
                ),
                (
                    "goals_against",
                    models.IntegerField(
                        null=True,
                        blank=True,
                        default=0,
                        validators=[MinValueValidator(0)],
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        max_length=8,
                        choices=[
                            ("planned", "Planned"),
                            ("played", "Played"),
                            ("reported", "Reported"),
                        ],
                        default="planned",
                    ),
                ),
                (
                    "deleted_at",
                    models.DateTimeField(null=True, blank=True, db_index=True),
                ),
                (
                    "deleted_by",
                    models.ForeignKey(
                        settings.AUTH_USER_MODEL,
                        on_delete=models.SET_NULL,
                        related_name="matches",
                        null=True,
                        blank=True,
                    ),
                ),
            ],
            options={
                "verbose_name": "Match",
                "verbose_name_plural": "Matches",
                "ordering": ["opponent", "pk"],
                "indexes": [
                    models.Index(
                        fields=["opponent", "id"],
                        name="match_opponent_id_idx",
                    ),
                    models.Index(
                        fields=["kick_off", "id"],
                        name="match_kick_off_id_idx",
                    ),
                    models.Index(
                        fields=["goals_for", "id"],
                        name="match_goals_for_id_idx",
                    ),
                    models.Index(
                        fields=["goals_against", "id"],
                        name="match_goals_against_id_idx",
                    ),
                    models.Index(fields=["status", "id"], name="match_status_id_idx"),
                    models.Index(
                        fields=["deleted_at"],
                        condition=models.Q(deleted_at__isnull=False),
                        name="match_deleted_at_away",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Trophy",
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
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("updated_at", models.DateTimeField(auto_now=True)),
                (
                    "created_by",
                    models.ForeignKey(
                        settings.AUTH_USER_MODEL,
                        on_delete=models.SET_NULL,
                        related_name="created_by_trophies",
                        null=True,
                        blank=True,
                    ),
                ),
                (
                    "updated_by",
                    models.ForeignKey(
                        settings.AUTH_USER_MODEL,
                        on_delete=models.SET_NULL,
                        related_name="updated_by_trophies",
                        null=True,
                        blank=True,
                    ),
                ),
                ("name", models.CharField(max_length=120)),
                ("won_on", models.DateField(null=True, blank=True)),
                (
                    "team",
                    models.ForeignKey(
                        "core.team",
                        on_delete=models.SET_NULL,
                        related_name="trophies",
                        null=True,
                        blank=True,
                    ),
                ),
            ],
            options={
                "verbose_name": "Trophy",
                "verbose_name_plural": "Trophies",
                "ordering": ["-created_at", "-pk"],
                "indexes": [
                    models.Index(
                        fields=["created_at", "id"],
                        name="trophy_created_at_id_idx",
                    ),
                    models.Index(
                        fields=["updated_at", "id"],
                        name="trophy_updated_at_id_idx",
                    ),
                    models.Index(fields=["name", "id"], name="trophy_name_id_idx"),
                    models.Index(fields=["won_on", "id"], name="trophy_won_on_id_idx"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Lock",
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
                ("maker", models.CharField(max_length=40, blank=True, default="")),
                ("combination", models.CharField(max_length=12)),
                (
                    "locker",
                    models.OneToOneField(
                        "core.locker",
                        on_delete=models.CASCADE,
                        related_name="lock",
                    ),
                ),
            ],
            options={
                "verbose_name": "Lock",
                "verbose_name_plural": "Locks",
                "ordering": ["maker", "pk"],
            },
        ),
    ]
