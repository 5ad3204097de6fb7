from django.apps import AppConfig


class PublicationConfig(AppConfig):
    name = "broadsheet.publication"
    label = "broadsheet_publication"
    verbose_name = "Publication"

    def ready(self) -> None:
        from broadsheet.publication import signals  # noqa: F401, PLC0415 - Django's own way to connect
