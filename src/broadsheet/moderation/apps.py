from django.apps import AppConfig


class ModerationConfig(AppConfig):
    name = "broadsheet.moderation"
    label = "broadsheet_moderation"
    verbose_name = "Moderation"
