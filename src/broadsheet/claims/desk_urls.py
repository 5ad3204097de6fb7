from django.urls import path

from broadsheet.claims import desk_views

app_name = "claims_desk"

urlpatterns = [
    path("", desk_views.claims, name="list"),
    path("new/", desk_views.record, name="record"),
    path("<int:claim_id>/", desk_views.claim, name="claim"),
    path("<int:claim_id>/amend/", desk_views.amend, name="amend"),
    path("<int:claim_id>/supersede/", desk_views.supersede_claim, name="supersede"),
    path("<int:claim_id>/position/", desk_views.take, name="take"),
    path("position/<int:position_id>/replace/", desk_views.replace, name="replace"),
    path("position/<int:position_id>/strike/", desk_views.strike, name="strike"),
]
