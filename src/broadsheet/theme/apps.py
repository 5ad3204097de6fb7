from django.apps import AppConfig


class ThemeConfig(AppConfig):
    name = "broadsheet.theme"
    label = "broadsheet_theme"
    verbose_name = "Theme"
