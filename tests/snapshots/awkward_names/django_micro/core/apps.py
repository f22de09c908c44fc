from django.apps import AppConfig


class CoreConfig(AppConfig):
    name = "core"
    verbose_name = '"Awkward" {{ 7*7 }} ${7*7} {% now "Y" %}'
