from django.urls import path

from broadsheet.discussion.views import pages, writing

app_name = "discussion"

urlpatterns = [
    path("comments/<int:comment_id>/", pages.comment, name="comment"),
    path("comments/<int:comment_id>/reply/", writing.reply, name="reply"),
    path("comments/<int:comment_id>/edit/", writing.edit, name="edit"),
    path("comments/<int:comment_id>/receipt/", writing.receipt, name="receipt"),
    path("vote/", writing.vote, name="vote"),
    path("<int:thread_id>/comments/", writing.create_comment, name="create-comment"),
    path("<int:thread_id>/mine.json", writing.mine, name="mine"),
    path(
        "<int:thread_id>/conversation/<int:root_number>/", pages.conversation, name="conversation"
    ),
    path(
        "<int:thread_id>/conversation/<int:root_number>/<int:number>/",
        pages.conversation,
        name="conversation-page",
    ),
    path("<int:thread_id>/<slug:sort>/", pages.thread, name="thread"),
    path("<int:thread_id>/<slug:sort>/<int:number>/", pages.thread, name="thread-page"),
]
