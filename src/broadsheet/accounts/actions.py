from django.conf import settings
from django.contrib.auth.models import AbstractBaseUser, AnonymousUser
from django.http import HttpRequest, HttpResponse

from broadsheet.accounts.models import Nickname, Reader, User
from broadsheet.accounts.queries import GUEST_COOKIE, KNOWN_COOKIE, reader_of
from broadsheet.lib.ids import derived_token, new_token, token_hash
from broadsheet.lib.text import name_key

YEAR = 365 * 86400
SHORTEST_SEED = 16  # our script sends 32 characters; what is shorter may be somebody's counter


class NicknameTaken(Exception):
    """The name belongs to somebody else."""


def guest_for(request: HttpRequest, seed: str = "") -> tuple[Reader, str]:
    """The reader who sends this request, unsaved when new, and the key to give to a new guest.

    The key is empty when the reader already has one. Nothing is written: an attempt that is
    refused leaves no trace. `seed` is a secret of the browser's, its idempotency key: a new guest
    whose first answer was lost on the way gets the same key when they try again.
    """
    reader = reader_of(request)
    if reader is not None:
        return reader, ""
    user: AbstractBaseUser | AnonymousUser = request.user
    if isinstance(user, User):
        return Reader(user=user), ""
    is_secret = len(seed) >= SHORTEST_SEED
    key = derived_token(settings.SECRET_KEY, seed) if is_secret else new_token()
    return Reader(key_hash=token_hash(key)), key


def claim_nickname(reader: Reader, name: str) -> None:
    """Make `name` the reader's own, for good. Raises NicknameTaken when it is somebody else's."""
    nickname, _ = Nickname.objects.get_or_create(
        key=name_key(name), defaults={"reader": reader, "name": name}
    )
    if nickname.reader_id != reader.pk:
        raise NicknameTaken(name)


def give_key(response: HttpResponse, key: str, *, secure: bool) -> None:
    """Hand a new guest their key: out of scripts' reach, and not sent along from other sites.

    Beside it, also for who has a key, goes a cookie that says only "has written here". Pages are
    the same for all, so their script must know when there is something of one's own to ask for.
    """
    if key:
        response.set_cookie(
            GUEST_COOKIE, key, max_age=YEAR, httponly=True, secure=secure, samesite="Lax"
        )
    response.set_cookie(KNOWN_COOKIE, "1", max_age=YEAR, secure=secure, samesite="Lax")
