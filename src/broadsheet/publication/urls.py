from django.urls import path

from broadsheet.publication import views

app_name = "publication"

urlpatterns = [
    path("feed.xml", views.site_feed, name="feed"),
    path("<slug:slug>/feed.xml", views.section_feed, name="section-feed"),
    path("authors/<slug:slug>/", views.author, name="author"),
]
