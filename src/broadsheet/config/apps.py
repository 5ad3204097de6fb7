from django.apps import AppConfig


class SiteConfig(AppConfig):
    name = "broadsheet.config"
    label = "broadsheet_config"
    verbose_name = "Settings"

    def ready(self) -> None:
        from broadsheet.config import checks  # noqa: F401, PLC0415 - Django's own way to register
