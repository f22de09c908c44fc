"""The layout of migrations: everything that a model can say, as ruff would lay it out."""

from typing import Any

RICH = r"""

def name_file(row, name):
    return name


class Asset(models.Model):
    kind = models.CharField(
        max_length=20,
        choices=[(str(n), f"Ein 'Wort' \"{n}\" 日本 {{{{ 7*7 }}}}") for n in range(9)],
        default="1",
        help_text="\\ ''' x ${7*7} \n " + "日本語 " * 40,
    )
    url = models.CharField(max_length=9, validators=[RegexValidator(r"^\d+'\"[a-z]$")])
    price = models.DecimalField(max_digits=9, decimal_places=2, default=Decimal("-1.50"))
    since = models.DateTimeField(default=datetime(2020, 1, 2, 3, 4, tzinfo=UTC))
    ratio = models.FloatField(default=-1.5)
    code = models.UUIDField(default=uuid.uuid4, editable=False)
    file = models.FileField(upload_to=name_file, blank=True)
    task = models.ForeignKey(Task, models.SET_NULL, null=True, related_name="a" * 70)

    class Meta:
        ordering = ["-since", "kind"]
        verbose_name = "x" * 120
        constraints = [
            models.UniqueConstraint(fields=["kind", "url"], name="core_asset_kind_url"),
            models.CheckConstraint(
                condition=models.Q(price__gte=Decimal("0")) | ~models.Q(kind__in=["1", "2"]),
                name="core_asset_price",
                violation_error_message="too long for a line of eighty-eight columns " * 2,
            ),
        ]
        indexes = [models.Index(models.F("since").desc(), "kind", name="core_asset_since")]
"""


def test_everything_a_model_can_say_is_laid_out(project: Any) -> None:
    project.rebuild(project.task + RICH + project.note)
    project.run_django()
