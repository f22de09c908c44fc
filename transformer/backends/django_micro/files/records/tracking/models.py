"""What is kept of each transition."""

from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils.translation import gettext_lazy as _


class StateChange(models.Model):
    """A transition of some row; nobody changes it any more."""

    content_type = models.ForeignKey(
        ContentType, on_delete=models.CASCADE, related_name="+"
    )
    object_key = models.CharField(max_length=500)
    row = GenericForeignKey("content_type", "object_key")
    before = models.TextField(blank=True)
    after = models.TextField(blank=True)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("Who"),
        null=True,
        blank=True,
    )
    made_at = models.DateTimeField(_("When"), auto_now_add=True)

    class Meta:
        verbose_name = _("Transition")
        verbose_name_plural = _("History")
        ordering = ["-made_at", "-pk"]
        # Nobody does more than read it, beside the row.
        default_permissions = ()
        indexes = [
            models.Index(
                fields=["content_type", "object_key"], name="state_change_row_idx"
            ),
        ]

    def __str__(self):
        return " → ".join(self.titles)

    @property
    def titles(self):
        """What people call the states, as far as these are there still."""
        # That module writes what this one keeps.
        from ..transitions import find_workflow

        # Not by the reference, which would be a query for each.
        kind = ContentType.objects.get_for_id(self.content_type_id)
        model = kind.model_class()
        workflow = model and find_workflow(model)
        states = [self.before, self.after]
        return list(map(workflow.name_state, states)) if workflow else states
