from django.apps import AppConfig


class DeliveryConfig(AppConfig):
    name = "broadsheet.delivery"
    label = "broadsheet_delivery"
    verbose_name = "Delivery"
