from django.urls import path

from broadsheet.claims import feeds, views

app_name = "claims"

urlpatterns = [
    path("", views.claim_list, name="list"),
    path("archive/<int:number>/", views.claim_list, name="archive"),
    path("status/<slug:status>/", views.claim_list, name="status"),
    path("status/<slug:status>/archive/<int:number>/", views.claim_list, name="status-archive"),
    path("changes.atom", feeds.changes, name="changes"),
    path("<slug:slug>/", views.claim, name="claim"),
    path("<slug:slug>/embed/", views.embed, name="embed"),
]
