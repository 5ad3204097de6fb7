from django.db import migrations
from wagtail.models import (
    BootstrapLocaleField,
    BootstrapTranslatableModel,
    BootstrapTranslationKeyField,
)

PAGE = "broadsheet_publication.BasePage"


class Migration(migrations.Migration):
    dependencies = [
        ("broadsheet_publication", "0001_base_page"),
        ("wagtailcore", "0097_baselogentry_uuid_action_timestamp_indexes"),
    ]

    operations = [
        BootstrapLocaleField(PAGE),
        BootstrapTranslationKeyField(PAGE),
        BootstrapTranslatableModel(PAGE),
    ]
