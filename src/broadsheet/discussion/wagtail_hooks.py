from typing import Any

from django.http import HttpRequest
from django.urls import include, path, reverse
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from broadsheet.discussion import desk_urls


class DeskMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return request.user.has_perm("broadsheet_discussion.change_comment")


@hooks.register("register_admin_urls")
def desk_addresses() -> list[Any]:
    return [path("desk/", include(desk_urls, namespace="desk"))]


@hooks.register("register_admin_menu_item")
def desk_in_menu() -> MenuItem:
    return DeskMenuItem("Comment desk", reverse("desk:queue"), icon_name="comment", order=250)
