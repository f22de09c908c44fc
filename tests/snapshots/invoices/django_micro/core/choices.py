"""Choices that are too many, or too alive, to be listed in a model."""

from zoneinfo import available_timezones


def timezones():
    return [(name, name.replace("_", " ")) for name in sorted(available_timezones())]
