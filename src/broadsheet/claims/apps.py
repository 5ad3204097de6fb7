from django.apps import AppConfig


class ClaimsConfig(AppConfig):
    name = "broadsheet.claims"
    label = "broadsheet_claims"
    verbose_name = "Claims"
