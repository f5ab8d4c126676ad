# SPDX-License-Identifier: GPL-3.0-or-later
"""Cars, animals, weapons: whose they are and of what colour."""

from __future__ import annotations

import re
from collections.abc import Iterator

from redraft.characters.claims.claim import Claim
from redraft.characters.claims.doubt import is_stated
from redraft.characters.claims.owners import WHOSE
from redraft.language.analysis import Analysis

_COLOURS = "black|brown|blue|green|grey|gray|red|golden|white|silver|purple|pink|yellow|orange|tan|cream|beige|maroon"
_SHADES = (
    "dark|light|pale|bright|battered|old|new|little|small|big|rusty|ancient|shiny|second-hand|beloved|beat-up|dusty"
)
_VEHICLES = (
    "car|van|truck|lorry|pickup|motorcycle|motorbike|bicycle|bike|scooter|motor-car|taxi|boat|sedan|jeep|coupé"
)
_ANIMALS = "dog|cat|horse|pony|mare|stallion|terrier|kitten|puppy|parrot|owl|donkey|mule"
_WEAPONS = "sword|pistol|rifle|revolver|shotgun|dagger|knife|bow|spear|axe|gun|staff|blade|katana|musket"
_THING = rf"(?P<thing>{_VEHICLES}|{_ANIMALS}|{_WEAPONS})"
_OWNED = re.compile(
    rf"{WHOSE} (?:(?:{_SHADES}),? )*(?:(?P<colour>(?:(?:dark|light|pale|bright)[ -])?(?:{_COLOURS}))"
    rf" )?(?:[A-Z]\w+ )?{_THING}\b(?!-)"
)
_THE = re.compile(rf"\b(?P<owner>[Tt]he) (?:(?:{_SHADES}),? )*(?P<colour>{_COLOURS}) {_THING}\b(?!-)")
_MAKES = (
    "Ford|Volvo|Toyota|Honda|Chevy|Chevrolet|Buick|Cadillac|Dodge|Jaguar|Bentley|Rolls|Mercedes|BMW|Audi"
    "|Volkswagen|Fiat|Renault"
    "|Peugeot|Citroën|Saab|Subaru|Nissan|Mazda|Hyundai|Kia|Tesla|Porsche|Mini|Vauxhall|Skoda|Lexus|Jeep|Pontiac"
    "|Packard|Austin"
    "|Morris|Studebaker|Prius|Corolla|Civic|Mustang|Beetle|Land Rover|Range Rover"
)
_MAKE = re.compile(rf"{WHOSE} (?:[a-z-]+ ){{0,3}}(?P<make>{_MAKES})\b")
_NAMED = re.compile(
    rf"{WHOSE} (?:(?:{_SHADES}|old|little|big|faithful|{_COLOURS}) )*(?P<thing>dog|cat|horse|pony|mare|parrot"
    rf"|terrier)"
    r"(?:, (?:called |named )?| (?:called |named )?|[’']s name (?:was|is) )(?P<name>[A-Z][a-z]+)\b"
)
_WAS = re.compile(rf"{WHOSE} {_THING} (?:was|is) (?P<colour>{_COLOURS})(?=[.,;!?]| and)")


_TELLING = frozenset("sword rifle shotgun dagger bow spear axe staff katana musket van truck lorry motorcycle"
                     " jeep scooter parrot".split())
"""Things that say something of their owner whatever their colour."""


def _kind(thing: str) -> str:
    if thing in _VEHICLES.split("|"):
        return "car"
    return "weapon" if thing in _WEAPONS.split("|") else "animal"


def things(analysis: Analysis) -> Iterator[Claim]:
    """What a paragraph says of people's cars, animals and weapons: "white van", "van", "volvo car", "dog Rex"."""
    for kind, pattern in (("car", _MAKE), ("pet", _NAMED)):
        for match in pattern.finditer(analysis.text):
            if is_stated(analysis, match.start(), match.end(), loose=True):
                told = f"{match['make'].lower()} car" if kind == "car" else f"{match['thing']} {match['name']}"
                start = match.start("make") if kind == "car" else match.start("thing")
                yield Claim(kind, told, start, match.end(), match["owner"], match.start("owner"))
    for pattern in (_OWNED, _THE, _WAS):
        for match in pattern.finditer(analysis.text):
            if not is_stated(analysis, match.start(), match.end(), loose=True):
                continue
            if not match["colour"] and match["thing"] not in _TELLING:
                continue
            value = " ".join(each for each in (match["colour"], match["thing"]) if each)
            start = match.start("colour") if match["colour"] and pattern is not _WAS else match.start("thing")
            end = match.end("colour") if pattern is _WAS else match.end("thing")
            yield Claim(_kind(match["thing"]), value.lower(), start, end, match["owner"], match.start("owner"))
