from typing import Any

from django.contrib import messages
from django.db.models import ProtectedError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import include, path, reverse
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.panels import FieldPanel, FieldRowPanel, ObjectList
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.chooser import SnippetChooserViewSet
from wagtail.snippets.views.snippets import DeleteView, SnippetViewSet, SnippetViewSetGroup

from broadsheet.claims import desk_urls
from broadsheet.claims.desk_forms import NewActorForm, ReferenceForm
from broadsheet.claims.desk_views import MAY_KEEP_CLAIMS
from broadsheet.claims.models import Actor, Outlet, Place, Side


class ReferenceDeleteView(DeleteView):
    """What somebody said stays, and so do those who said it."""

    def form_valid(self, form: Any) -> HttpResponse:
        try:
            return super().form_valid(form)
        except ProtectedError as error:
            count = len(error.protected_objects)
            messages.error(
                self.request,
                f"“{self.object}” stands in the record, in {count} {'entries' if count > 1 else 'entry'}, "
                "and stays there. Rename it, or enter a correction.",
            )
            return HttpResponseRedirect(self.get_edit_url())

    def get_edit_url(self) -> str:
        return reverse(self.object.snippet_viewset.get_url_name("edit"), args=[self.object.pk])


class ReferenceViewSet(SnippetViewSet):
    delete_view_class = ReferenceDeleteView
    add_to_admin_menu = False


class ActorChooserViewSet(SnippetChooserViewSet):
    """Who speaks is chosen, or entered on the spot."""

    creation_form_class = NewActorForm
    create_action_label = "Enter"


class ActorViewSet(ReferenceViewSet):
    """Those who speak. Of unnamed ones there is a description and nothing else."""

    model = Actor
    chooser_viewset_class = ActorChooserViewSet
    icon = "group"
    menu_label = "Speakers"
    list_display = ["label", "kind", "description", "side"]
    list_filter = ["kind", "side"]
    search_fields = ["name", "description"]
    edit_handler = ObjectList(
        [FieldPanel("kind"), FieldPanel("name"), FieldPanel("description"), FieldPanel("side")],
        base_form_class=ReferenceForm,
    )


class SideViewSet(ReferenceViewSet):
    model = Side
    icon = "tag"
    menu_label = "Sides"
    list_display = ["name", "colour", "symbol"]
    search_fields = ["name"]
    edit_handler = ObjectList(
        [
            FieldPanel("name"),
            FieldPanel("slug"),
            FieldRowPanel([FieldPanel("colour"), FieldPanel("symbol")]),
        ],
        base_form_class=ReferenceForm,
    )


class OutletViewSet(ReferenceViewSet):
    model = Outlet
    icon = "site"
    menu_label = "Outlets"
    list_display = ["name", "kind", "owner_side"]
    list_filter = ["kind"]
    search_fields = ["name"]
    edit_handler = ObjectList(
        [FieldPanel("name"), FieldPanel("slug"), FieldPanel("kind"), FieldPanel("owner_side")],
        base_form_class=ReferenceForm,
    )


class PlaceViewSet(ReferenceViewSet):
    model = Place
    icon = "globe"
    menu_label = "Places"
    list_display = ["label", "precision", "country", "geonames_id"]
    list_filter = ["precision", "country"]
    search_fields = ["label"]
    edit_handler = ObjectList(
        [
            FieldPanel("label"),
            FieldPanel("precision"),
            FieldRowPanel([FieldPanel("latitude"), FieldPanel("longitude")]),
            FieldRowPanel([FieldPanel("country"), FieldPanel("admin_unit")]),
            FieldPanel("geonames_id"),
        ],
        base_form_class=ReferenceForm,
    )


class ClaimsDeskItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return request.user.has_perm(MAY_KEEP_CLAIMS)


class ClaimsGroup(SnippetViewSetGroup):
    """One entry in the menu: the desk, and below it those whom it is about."""

    items = (ActorViewSet, SideViewSet, OutletViewSet, PlaceViewSet)
    menu_label = "Claims"
    menu_icon = "openquote"
    menu_name = "claims"
    menu_order = 160

    def get_submenu_items(self) -> list[MenuItem]:
        desk = ClaimsDeskItem(
            "Claims desk", reverse("claims_desk:list"), icon_name="openquote", order=1
        )
        return [desk, *super().get_submenu_items()]


register_snippet(ClaimsGroup)


@hooks.register("register_admin_urls")
def desk_addresses() -> list[Any]:
    return [path("claims/", include(desk_urls, namespace="claims_desk"))]
