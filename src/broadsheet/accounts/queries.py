from django.http import HttpRequest

from broadsheet.accounts.models import Nickname, Reader
from broadsheet.lib.ids import token_hash
from broadsheet.lib.text import name_key

GUEST_COOKIE = "broadsheet_guest"
KNOWN_COOKIE = "broadsheet_known"  # reader.js looks for it


def reader_of(request: HttpRequest) -> Reader | None:
    """Who sends this request: the logged-in user's reader, the holder of a guest key, or nobody."""
    user = getattr(request, "user", None)
    if user is not None and user.is_authenticated:
        return Reader.objects.filter(user=user).first()
    key = request.COOKIES.get(GUEST_COOKIE, "")
    return Reader.objects.filter(key_hash=token_hash(key)).first() if key else None


def nickname_is_free(name: str, reader: Reader | None) -> bool:
    """Whether `reader` may write as `name`: it is nobody's, or already theirs."""
    owner = Nickname.objects.filter(key=name_key(name)).values_list("reader_id", flat=True).first()
    return owner is None or (reader is not None and owner == reader.pk)
