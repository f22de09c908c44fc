"""The models of the app, importable from one place."""

from core.models import (
    Choice,
    Feed,
    Link,
    Moment,
    Number,
    Reading,
    Setting,
    Subscriber,
    Text,
    User,
)

__all__ = [
    "Choice",
    "Feed",
    "Link",
    "Moment",
    "Number",
    "Reading",
    "Setting",
    "Subscriber",
    "Text",
    "User",
]
