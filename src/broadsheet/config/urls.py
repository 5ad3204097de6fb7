from django.urls import include, path, re_path
from wagtail.admin import urls as admin_urls
from wagtail.documents import urls as document_urls
from wagtail.urls import serve_pattern
from wagtail.urls import urlpatterns as wagtail_patterns

from broadsheet.claims.api import api as claims_api
from broadsheet.publication.views import page

# The last of Wagtail's patterns serves the pages; ours does it in its place, under the same name.
wagtail_utilities = wagtail_patterns[:-1]

urlpatterns = [
    path("admin/", include(admin_urls)),
    path("", include("broadsheet.claims.map_urls")),
    path("api/", claims_api.urls),
    path("claims/", include("broadsheet.claims.urls")),
    path("documents/", include(document_urls)),
    path("discussion/", include("broadsheet.discussion.urls")),
    path("", include("broadsheet.publication.urls")),
    path("", include(wagtail_utilities)),
    re_path(serve_pattern, page, name="wagtail_serve"),
]

handler404 = "broadsheet.theme.views.not_found"
handler500 = "broadsheet.theme.views.broken"
