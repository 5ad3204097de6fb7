from django.apps import AppConfig


class DiscussionConfig(AppConfig):
    name = "broadsheet.discussion"
    label = "broadsheet_discussion"
    verbose_name = "Discussion"
