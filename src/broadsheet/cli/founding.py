"""What `new` and `demo` do once the site folder is open."""

import secrets

from django.contrib.auth.models import Group, Permission
from django.core.management import call_command

from broadsheet.accounts.models import User
from broadsheet.publication.actions import add_section, found_paper

COMMENT_DESK = "Comment desk"
NEWSROOM = ("Editors", "Moderators")  # as Wagtail names those who write and those who publish
CLAIMS = ("side", "actor", "outlet", "place")


def prepare() -> None:
    """Make or bring up to date the tables and the static files."""
    call_command("migrate", verbosity=0, interactive=False)
    call_command("collectstatic", verbosity=0, interactive=False)
    make_roles()


def make_roles() -> None:
    """The group of those who decide on comments, and what those may do whom Wagtail brings: who
    writes and publishes also keeps the claims. Who decides on comments does not."""
    desk, _ = Group.objects.get_or_create(name=COMMENT_DESK)
    desk.permissions.add(
        Permission.objects.get(codename="access_admin"),
        permission("broadsheet_discussion", "change_comment"),
        *permissions("broadsheet_moderation", "word"),
    )
    for name in NEWSROOM:
        group, _ = Group.objects.get_or_create(name=name)
        group.permissions.add(
            permission("broadsheet_claims", "change_claim"),
            *(each for model in CLAIMS for each in permissions("broadsheet_claims", model)),
        )


def permissions(app: str, model: str) -> list[Permission]:
    return [permission(app, f"{deed}_{model}") for deed in ("add", "change", "delete")]


def permission(app: str, codename: str) -> Permission:
    return Permission.objects.get(content_type__app_label=app, codename=codename)


def found(title: str, motto: str, editor: str) -> str:
    """A paper with one section, and the first editor; return the editor's password."""
    front = found_paper(title, motto)
    add_section(front, "News", "news")
    return add_staff(editor, owner=True)


def add_staff(
    login: str,
    *,
    owner: bool = False,
    groups: tuple[str, ...] = (),
    password: str = "",
    name: str = "",
) -> str:
    """Someone who can log in; return their password, which is made when none is given."""
    password = password or secrets.token_urlsafe(12)
    user = User(username=login, is_staff=True, is_superuser=owner, first_name=name)
    user.set_password(password)
    user.save()
    user.groups.set(Group.objects.filter(name__in=groups))
    return password
