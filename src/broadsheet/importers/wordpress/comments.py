"""A comment of an export as a record."""

from datetime import datetime

from broadsheet.importers.markup import Element
from broadsheet.importers.records import EPOCH, CommentRecord, Kind, Source
from broadsheet.importers.remarks import remark_of
from broadsheet.importers.wordpress.inventory import Inventory
from broadsheet.importers.wordpress.rows import (
    NOBODY,
    comment_row,
    fields_of,
    kind_of,
    meta_of,
    person_of,
    shown_name,
    time_of,
    votes_of,
)

TAKEN = {Kind.PUBLISHED, Kind.PENDING}
A_MODERATOR = "a moderator"  # who edited a comment, when all that is known must not be shown


class Comments:
    """Reads comments. Mail addresses, network addresses and the authors' own sites stay behind."""

    def __init__(self, source: Source, inventory: Inventory) -> None:
        self.source = source
        self.inventory = inventory
        self.tag = inventory.export.tag

    def record(self, element: Element, article_time: datetime = EPOCH) -> CommentRecord:
        fields = fields_of(element)
        kind = kind_of(fields.get("comment_type", ""), fields.get("comment_approved", ""))
        number, parent = fields.get("comment_id", ""), fields.get("comment_parent", "")
        row = comment_row(kind)
        place = (
            self.key(number),
            int(number) if number.isdigit() else 0,
            self.key(parent) if parent not in {"", "0"} else "",
            kind,
            row,
        )
        if kind not in TAKEN:
            return CommentRecord(*place)
        meta = meta_of(element, self.tag(""), "commentmeta") if "commentmeta" in fields else {}
        given = shown_name(fields.get("comment_author", ""))
        name = given or NOBODY
        text, body_html = remark_of(fields.get("comment_content", ""))
        edited = meta.get("wpdiscuz_last_edited_at", "")
        edited_at = time_of(edited, "", EPOCH) if edited else None
        up, down, score = votes_of(meta)
        return CommentRecord(
            *place,
            name=name,
            is_nameless=not given,
            person=person_of(
                fields.get("comment_author_email", ""), fields.get("comment_author", "")
            ),
            by_staff=fields.get("comment_user_id", "0") in self.inventory.staff,
            written_at=time_of(
                fields.get("comment_date_gmt", ""), fields.get("comment_date", ""), article_time
            ),
            text=text,
            body_html=body_html,
            edited_at=edited_at,
            edited_by=self.editor(meta, fields, name) if edited_at else "",
            up=up,
            down=down,
            score=score,
        )

    def voice(self, element: Element) -> tuple[str, str] | None:
        """Key and person of a comment that may be taken over."""
        if self.inventory.kind_of_comment(element) not in TAKEN:
            return None
        names = ("comment_id", "comment_author_email", "comment_author")
        number, mail, name = ((element.findtext(self.tag(each)) or "") for each in names)
        return self.key(number.strip()), person_of(mail, name)

    def editor(self, meta: dict[str, str], fields: dict[str, str], name: str) -> str:
        """Who edited a comment: wpDiscuz keeps a user's number, or the mail address of a guest."""
        told = meta.get("wpdiscuz_last_edited_by", "")
        own = {"", fields.get("comment_author_email", ""), fields.get("comment_user_id", "0")}
        return name if told in own else self.inventory.users.get(told, "") or A_MODERATOR

    def key(self, number: str) -> str:
        return self.source.key("comment", number)
