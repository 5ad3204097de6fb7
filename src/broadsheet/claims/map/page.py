"""All that a page with maps shows, from the database alone."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.urls import reverse

from broadsheet.claims.map.base import Base, base_of, own
from broadsheet.claims.map.drawing import Drawing, Group, draw, slope_of
from broadsheet.claims.map.known import Known, claims_known, days_of_claims
from broadsheet.claims.map.outlines import CREDIT, Own, countries, country_codes
from broadsheet.claims.map.places import (
    BoundingBox,
    Fit,
    Frame,
    Projection,
    box_of,
    fit,
    framed,
    meet,
    middle_of,
)
from broadsheet.claims.map.spots import Spot, nearest, regions_of, spots_of
from broadsheet.claims.models import Place, Side
from broadsheet.claims.words import Status

WIDE, NARROW = 960.0, 390.0  # widths of the two drawings: for a desk, for a phone
MOST_WIDE, MOST_NARROW = 40, 14  # groups of marks that each of them holds
MAPS = 4  # on one page; claims of further regions are listed
SMALLEST = 160.0  # kilometres that a map shows at least; a closer look shows less
CLOSEST = 12.0
AROUND = 0.14  # of the size of the region, left free on each side
LISTED = 120  # claims, and places, that a page lists in full
ROUGHLY = {
    Place.Precision.DISTRICT: "somewhere in the district",
    Place.Precision.PROVINCE: "somewhere in the province",
    Place.Precision.LINE: "along a line",
    Place.Precision.SEVERAL: "several areas",
}
NAMED = 4  # countries in the title of a map
STRIP = 7  # days to each side of the one that is shown


class NothingSaid(LookupError):
    """No position was taken on that day. `before` is the last one on which one was."""

    def __init__(self, before: date | None) -> None:
        super().__init__()
        self.before = before


@dataclass(frozen=True)
class Region:
    """One map, drawn twice. `concerned` are the codes of its countries."""

    title: str
    base: Base
    wide: Drawing
    narrow: Drawing


@dataclass(frozen=True)
class Day:
    day: date
    words: str
    said: int
    address: str
    is_shown: bool


@dataclass(frozen=True)
class ListedPlace:
    place: Place
    claims: Sequence[Known]
    count: int
    address: str

    @property
    def left_out(self) -> int:
        return self.count - len(self.claims)

    @property
    def precision(self) -> str:
        return ROUGHLY.get(Place.Precision(self.place.precision), "")


@dataclass(frozen=True)
class MapPage:
    """`day` is None when there are no claims at all. `near` is the place of a closer look."""

    day: date | None
    address: str
    near: Place | None
    regions: Sequence[Region]
    places: Sequence[ListedPlace]
    more_places: int
    unplaced: Sequence[Known]
    more_unplaced: int
    count: int
    statuses: Sequence[Status]
    days: Sequence[date]
    strip: Sequence[Day]
    credit: str
    doubted: Sequence[str]
    view: str

    @property
    def has_countries(self) -> bool:
        return any(region.base.has_countries for region in self.regions)

    @property
    def day_words(self) -> str:
        return f"{self.day.day} {self.day:%B %Y}" if self.day else ""

    @property
    def own_address(self) -> str:
        """The address of this day, also where the latest is shown."""
        return address_of(self.day, self.near) if self.day else ""

    @property
    def wider(self) -> str:
        return address_of(self.day) if self.day else ""

    @property
    def rest(self) -> str:
        """What follows the day in the address, for the script's slider."""
        return f"near/{self.near.pk}/" if self.near else ""

    def closer(self, group: Group) -> str:
        """Where a group that has but a number leads: nearer, or down to the list."""
        place = group.lead.place
        if self.day is None or (self.near and (self.near.pk == place.pk or len(group.spots) == 1)):
            return f"#place-{place.pk}"
        return address_of(self.day, place)

    @property
    def signs(self) -> set[str]:
        """What besides the marks has to be explained."""
        groups = [group for each in self.regions for group in each.wide.groups]
        shades = [shade for each in self.regions for shade in each.wide.shades]
        found = {
            "circle": any(group.radius for group in groups),
            "disc": any(group.is_disc for group in groups),
            "solid": any(shade.solid for shade in shades),
            "hatched": any(shade.hatched or shade.is_hatched for shade in shades),
            "outline": bool(shades),
        }
        return {sign for sign, is_there in found.items() if is_there}

    @property
    def sides(self) -> list[tuple[Side, int]]:
        """Those in whose colours areas are drawn, with the slope of their lines."""
        shades = [shade for each in self.regions for shade in each.wide.shades]
        sides = {
            side.pk: side for shade in shades for side in [shade.solid, *shade.hatched] if side
        }
        return [(side, slope_of(side)) for side in sorted(sides.values(), key=str)]

    def neighbour(self, step: int) -> str:
        """The address of the day before or after, or nothing."""
        if self.day not in self.days:
            return ""
        at = self.days.index(self.day) + step
        return address_of(self.days[at], self.near) if 0 <= at < len(self.days) else ""

    @property
    def first(self) -> str:
        return address_of(self.days[0], self.near) if self.days else ""

    @property
    def latest(self) -> str:
        return address_of(self.days[-1], self.near) if self.days else ""


def address_of(day: date, near: Place | None = None) -> str:
    if near:
        return reverse("claims-map:near", args=[day, near.pk])
    return reverse("claims-map:day", args=[day])


def map_page(day: date | None = None, near: Place | None = None) -> MapPage:
    """The maps as of a day; of the last one when none is given.

    Raises NothingSaid on that day, and LookupError for a place that has no claims.
    """
    days = days_of_claims()
    if day is not None and day not in days:
        raise NothingSaid(max((each for each in days if each < day), default=None))
    shown = day or max(days, default=None)
    known = claims_known(shown) if shown else []
    spots = spots_of(Place.objects.filter(claims__isnull=False).distinct())
    if near and near.pk not in spots:
        raise LookupError(near)
    drawn, unplaced = put_on(spots, known)
    groups = [nearest(spots.values(), spots[near.pk])] if near else regions_of([*spots.values()])
    regions = [region_of(group, number, near) for number, group in enumerate(groups[:MAPS])]
    if not regions and own():
        regions = [region_of([], 0, None)]
    listed = [spot for spot in drawn if near is None or spot in groups[0]]
    places = list(list_places(listed, shown))
    here = {claim.number: claim for spot in listed for claim in spot.claims}
    told = list(here.values()) if near else known
    return MapPage(
        day=shown,
        address=address_of(day, near) if day else reverse("claims-map:latest"),
        near=near,
        regions=regions,
        places=places,
        more_places=len(listed) - len(places),
        unplaced=[] if near else unplaced[:LISTED],
        more_unplaced=0 if near else max(0, len(unplaced) - LISTED),
        count=len({claim.number for spot in listed for claim in spot.claims})
        if near
        else len(known),
        statuses=[status for status in Status if status in {claim.status for claim in told}],
        days=list(days),
        strip=list(strip_of(days, shown, near)),
        credit=credit_of(own(), regions),
        doubted=sorted({name for each in regions for name in each.base.doubted_names}),
        view=settings.BROADSHEET_MAP_VIEW,
    )


def put_on(spots: dict[int, Spot], known: Iterable[Known]) -> tuple[list[Spot], list[Known]]:
    """Give each spot its claims. Returns the spots that have some, and the claims with no spot."""
    unplaced = []
    for claim in known:
        here = [spots[place] for place in claim.places if place in spots]
        for spot in here:
            spot.claims.append(claim)
        if not here:
            unplaced.append(claim)
    drawn = [spot for spot in spots.values() if spot.claims]
    return sorted(drawn, key=lambda spot: (-len(spot.claims), spot.place.label)), unplaced


def list_places(spots: Sequence[Spot], day: date | None) -> Iterable[ListedPlace]:
    """Each place with its claims; with their number alone once the page has enough of them."""
    room = LISTED
    for spot in spots[:LISTED]:
        address = address_of(day, spot.place) if day else ""
        yield ListedPlace(spot.place, spot.claims[:room], len(spot.claims), address)
        room = max(0, room - len(spot.claims))


def region_of(spots: Sequence[Spot], number: int, near: Place | None) -> Region:
    mine = own()
    wide, narrow = frames_of(spots, mine, CLOSEST if near else SMALLEST)
    concerned = frozenset(
        code for letters in {s.place.country for s in spots} for code in country_codes(letters)
    )
    fitted = fit(wide, narrow)
    base = base_of(wide, both(wide, narrow, fitted), concerned, settings.BROADSHEET_MAP_VIEW, mine)
    shown = [spot for spot in spots if spot.claims]
    return Region(
        title_of(spots, concerned, mine if is_on(mine, spots) else None),
        base,
        draw(f"w{number}", wide, shown, base, Fit(1, 0, 0), MOST_WIDE),
        draw(f"n{number}", narrow, shown, base, fitted, MOST_NARROW),
    )


def is_on(mine: Own | None, spots: Sequence[Spot]) -> bool:
    """Whether an outlet's own outlines belong to these spots: one of them is on it."""
    if mine is None:
        return False
    here = [(*spot.point, *spot.point) for spot in spots]
    return not spots or any(meet(point, mine.shown) for point in here)


def frames_of(spots: Sequence[Spot], mine: Own | None, smallest: float) -> tuple[Frame, Frame]:
    """Around all places, and the areas they stand for, also those without a claim on this day: so
    the map stays where it is from day to day."""
    points = [spot.point for spot in spots]
    around = [point for spot in spots for area in spot.areas for point in corners(area.bbox)]
    air = AROUND
    if mine and is_on(mine, spots) and smallest == SMALLEST:
        points += corners(mine.shown)
        smallest, air = CLOSEST, 0
    projection = Projection(middle_of(points))
    x0, y0, x1, y1 = box_of([projection.project([*points, *around])])
    middle_x, middle_y = (x0 + x1) / 2, (y0 + y1) / 2
    span = max(x1 - x0, y1 - y0)
    half_x = max((x1 - x0) / 2 + span * air, smallest / 2)
    half_y = max((y1 - y0) / 2 + span * air, smallest / 3)
    box = middle_x - half_x, middle_y - half_y, middle_x + half_x, middle_y + half_y
    return framed(projection, box, WIDE, 0.5, 0.7), framed(projection, box, NARROW, 0.85, 1.25)


def corners(bbox: BoundingBox) -> list[tuple[float, float]]:
    west, south, east, north = bbox
    return [(west, south), (east, south), (west, north), (east, north)]


def both(wide: Frame, narrow: Frame, fitted: Fit) -> BoundingBox:
    """What either frame shows, in units of the wide one."""
    left, top = -fitted.dx / fitted.zoom, -fitted.dy / fitted.zoom
    right, bottom = left + narrow.width / fitted.zoom, top + narrow.height / fitted.zoom
    return min(left, 0), min(top, 0), max(right, wide.width), max(bottom, wide.height)


def title_of(spots: Sequence[Spot], concerned: Iterable[str], mine: Own | None) -> str:
    """The name of the outlet's own outlines, or of the countries with claims."""
    if mine and mine.outline.name:
        return mine.outline.name
    points = [(*spot.point, *spot.point) for spot in spots]
    boxes = {code: tuple(countries()[code]["bbox"]) for code in concerned}
    names = sorted(
        countries()[code]["name"]
        for code, box in boxes.items()
        if any(meet(point, box) for point in points)
    )
    more = f" and {len(names) - NAMED} more" if len(names) > NAMED else ""
    return ", ".join(names[:NAMED]) + more


def strip_of(days: dict[date, int], shown: date | None, near: Place | None) -> Iterable[Day]:
    ordered = list(days)
    if shown is None:
        return
    at = ordered.index(shown)
    first = max(0, min(at - STRIP, len(ordered) - 2 * STRIP - 1))
    for day in ordered[first : first + 2 * STRIP + 1]:
        yield Day(day, f"{day.day} {day:%b}", days[day], address_of(day, near), day == shown)


def credit_of(mine: Own | None, regions: Iterable[Region]) -> str:
    """Whose the outlines are that can be seen."""
    credits = [f"{mine.credit.rstrip('.')}."] if mine and mine.credit else []
    if any(region.base.has_countries for region in regions):
        credits.append(CREDIT)
    return " ".join(credits)
