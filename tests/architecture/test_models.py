"""Every table says whose it is and what one row of it is."""

import pytest
from django.apps import AppConfig, apps
from django.db.models import Model

OURS = [app for app in apps.get_app_configs() if app.name.startswith("broadsheet.")]
MODELS = [model for app in OURS for model in app.get_models()]


@pytest.mark.parametrize("app", OURS, ids=lambda app: app.name)
def test_an_app_carries_our_name(app: AppConfig) -> None:
    assert app.label == app.name.replace("broadsheet.", "broadsheet_")


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_a_model_says_what_one_row_is(model: type[Model]) -> None:
    assert "One row is " in (model.__doc__ or "")
