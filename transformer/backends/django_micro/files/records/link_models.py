"""The models that Django makes for links, whose rows do nothing else."""

from .permissions import APP


def is_link_model(model):
    """Tell whether rows of a model do no more than link two of the app's records."""
    ends = [field.related_model for field in model._meta.fields if field.is_relation]
    is_own = all(end._meta.app_label == APP for end in ends)
    return bool(model._meta.auto_created) and is_own
