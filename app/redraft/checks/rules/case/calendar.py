# SPDX-License-Identifier: GPL-3.0-or-later
"""What it finds: days, months and peoples without their capital: on monday, in april, an english house.

Why a reader minds: English writes the names of days, months, languages and peoples with a capital.

When to leave it: in messages written without capitals; some words have lost it (french windows, venetian blinds).

Example: They met on monday. → They met on Monday.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from redraft.checks.check import Fires, Found, Quiet, check
from redraft.checks.finding import Severity
from redraft.checks.story import Passage

_ALWAYS = (
    "monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|april|june|july|september|october"
    "|november"
    "|december|english|german|italian|russian|american|european|african|canadian|australian|mexican|christmas|halloween"
    "|spanish|chinese|japanese|korean|irish|british|scottish|welsh|swedish|norwegian|danish|greek|egyptian|israeli|arab"
    "|hungarian|austrian|portuguese|brazilian|asian|jewish|catholic|christian|buddhist|muslim|london|paris|france|germany"
    "|england|ireland|scotland|europe|america|africa|australia|canada|mexico|japan|russia|spain|italy|egypt|tokyo|berlin"
    "|moscow|texas|california|hollywood|easter"
)
_NAMED = re.compile(rf"(?<![\w@#/.'’-])(?:{_ALWAYS})s?(?![\w@-])")
_FRENCH = re.compile(
    r"(?<![\w@#/.'’-])(?:french(?= (?:man|woman|girl|boy|accent|lessons?|class|teacher|people|wine|army|soldiers?)\b)"
    r"|(?:(?<=\bin )|(?<=\bspeak )|(?<=\bspoke )|(?<=\bstudied )|(?<=\blearned ))french(?![\w-])"
    r"|(?:new york|new zealand|south america|north america|middle east)(?![\w-]))"
)
_DATED = re.compile(r"(?<=\bof )(?:may|march|august)(?=[,.;!?]| \d| the| in)|(?<=\bin )(?:may|march|august)(?=[,.;!?])")


@check(
    id="calendar-capital", name="Day, month or people without capital", category="case", severity=Severity.ERROR,
    weight=0.85, sure=True,
    examples=(
        Fires("They met on ⟦monday⟧.", "Monday"),
        Fires("It was the fourth of ⟦may⟧, at noon.", "May"),
        Fires("She spoke ⟦english⟧ to him.", "English"),
        Quiet("They met on Monday, the fourth of May."),
        Quiet("He may march in august company."),
        Quiet("He looked out of the french windows."),
        Quiet("see you on monday ok"),
    ),
)
def calendar(passage: Passage) -> Iterator[Found]:
    """Names in small letters, in texts that know capitals."""
    text = passage.text
    if not text[:1].isupper() and text[:1] not in "“\"‘'":
        return
    for pattern in (_NAMED, _FRENCH, _DATED):
        for match in pattern.finditer(text):
            right = match.group().title()
            yield Found(match.start(), match.end(), f"“{right}” is a name and takes a capital.", (right,))
