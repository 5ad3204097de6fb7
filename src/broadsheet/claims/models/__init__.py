from broadsheet.claims.models.claim import Amendment, Appearance, Claim, StatusChange
from broadsheet.claims.models.place import Place
from broadsheet.claims.models.position import HEADLINE, Evidence, Position, PositionSide
from broadsheet.claims.models.sources import Actor, Outlet, Side

__all__ = [
    "HEADLINE",
    "Actor",
    "Amendment",
    "Appearance",
    "Claim",
    "Evidence",
    "Outlet",
    "Place",
    "Position",
    "PositionSide",
    "Side",
    "StatusChange",
]
