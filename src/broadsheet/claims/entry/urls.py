"""Included with `look_up`, by which whoever keeps the articles tells of them."""

from django.urls import path

from broadsheet.claims.entry import views

app_name = "claim_entry"

urlpatterns = [
    path("", views.enter, name="enter"),
    path("form/", views.filled_in, name="form"),
]
