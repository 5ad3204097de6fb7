from django.apps import AppConfig


class OutboxConfig(AppConfig):
    name = "broadsheet.outbox"
    label = "broadsheet_outbox"
    verbose_name = "Outbox"
