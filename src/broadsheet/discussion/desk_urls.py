from django.urls import path

from broadsheet.discussion.views import desk

app_name = "desk"

urlpatterns = [
    path("", desk.queue, name="queue"),
    path("<int:comment_id>/", desk.decide, name="decide"),
]
