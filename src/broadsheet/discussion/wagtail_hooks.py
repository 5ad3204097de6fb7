from typing import Any

from django.http import HttpRequest
from django.urls import include, path, reverse
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.site_summary import SummaryItem

from broadsheet.discussion import desk_urls
from broadsheet.discussion.queries import held_comments


def may_moderate(request: HttpRequest) -> bool:
    return request.user.has_perm("broadsheet_discussion.change_comment")


class DeskMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return may_moderate(request)


class DeskSummary(SummaryItem):
    """How many comments wait, on the first screen after logging in."""

    order = 50
    template_name = "broadsheet/discussion/desk/summary.html"

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        return {"held": held_comments().count()}

    def is_shown(self) -> bool:
        return may_moderate(self.request)


@hooks.register("register_admin_urls")
def desk_addresses() -> list[Any]:
    return [path("desk/", include(desk_urls, namespace="desk"))]


@hooks.register("register_admin_menu_item")
def desk_in_menu() -> MenuItem:
    return DeskMenuItem("Comment desk", reverse("desk:queue"), icon_name="comment", order=250)


@hooks.register("construct_homepage_summary_items")
def desk_in_summary(request: HttpRequest, items: list[SummaryItem]) -> None:
    items.append(DeskSummary(request))
