from django.urls import path, register_converter

from broadsheet.claims import map_views


class DayConverter:
    """2026-07-08. What is no date is no address."""

    regex = r"\d{4}-\d{2}-\d{2}"
    to_python = staticmethod(map_views.day_of)
    to_url = staticmethod(map_views.words_of)


register_converter(DayConverter, "day")

app_name = "claims-map"

urlpatterns = [
    path("claims/map/", map_views.latest, name="latest"),
    path("claims/map/<day:day>/", map_views.day, name="day"),
    path("claims/map/<day:day>/near/<int:place_id>/", map_views.near, name="near"),
    path("claims/<slug:slug>/figures/", map_views.figures, name="figures"),
]
