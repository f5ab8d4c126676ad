# SPDX-License-Identifier: GPL-3.0-or-later
"""What is no prose, or prose of another kind, through the whole analysis as the author gets it: little is marked."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from redraft.analysis.analyst import Analyst
from redraft.analysis.report import Report
from redraft.formats.registry import read_bytes

VERSE = """The harbour lamps are going out,
The herring fleet is home,
And all the gulls that wheel about
Are whiter than the foam.

O who will row with me tonight
Across the water wide,
With neither star nor candlelight
To set against the tide?
"""
SHOUTING = """NO ONE LEAVES THE CITY. ALL GATES ARE CLOSED UNTIL DAWN.

WANTED: ONE GREY MARE, BLIND IN THE LEFT EYE. ANSWERS TO DOROTHY.

THE END
"""
DIALECT = """“Ah dinnae ken whit ye mean,” said the ferryman. “Yon boat’s no’ mine, an’ it niver wis.”

“’Tain’t nothin’ to do wi’ us, sir. We was up the ’ill all mornin’, me an’ our Joe, a-fetchin’ o’ the sheep.”

“Y’all come on in now, y’hear? I reckon them biscuits is ’bout done.”
"""
LETTER = """12 Harbour Row
Saltmouth
3rd March 1911

Dear Mr Penhallow,

Yours of the 1st to hand. Arrived safely; weather dreadful. Trunk lost at Crewe.

Yrs. affectionately,
E. M. P.

P.S. Burn this.
"""
CHAT = """mira: u up??
jonas: ya lol
mira: ok so dont freak out but
mira: hes HERE
jonas: omg omg omg
jonas: brb
"""
STAGE = """ACT II. SCENE 1.

[A kitchen. Night. The FERRYMAN, alone.]

FERRYMAN. (rising) Who’s there?
VOICE (off). A friend.
FERRYMAN. I have no friends. (He takes up the lamp.) Come in.

Exeunt.
"""
CODE = """def launch(boat, *, crew=None):
    for each in crew or []:
        if each.name != "Jonas":
            boat.seats[each.id] = each
    return boat  # TODO: oars

$ git commit -m "fix oars" && ./run --fast > /dev/null
"""
TABLE = """| Name   | Age | Boat        |
|--------|----:|-------------|
| Mira   |  34 | The Dorothy |
| Jonas  |  29 | none        |

Mira\t34\tDorothy
Jonas\t29\tnone
"""
ADDRESSES = """See https://harbour.example.org/boats?id=12&sort=asc,desc#top or write to mira.p@harbour.example.org.

www.saltmouth.example/tide-tables.html ... ftp://old.example.net/a/b/c.txt @mira_p #harbourlife
"""
FOREIGN = """“Je ne sais pas,” she said. Je n’ai jamais vu ce bateau de ma vie, et je ne veux pas le voir.

Das Boot war nicht mehr da, und der Alte sagte kein Wort.

彼女は港へ行った。Он ничего не сказал. הוא הלך הביתה.
"""
NO_MARKS = "he went down to the harbour and he saw the boat and she was in it and the sea was rough and he called " * 8
ONE_SENTENCE = "He walked along the river and " * 832 + "he slept."
EMOJI = "She laughed 😂😂 and waved 👋🏽. The family 👨‍👩‍👧 left. 🚢🌊\n\n❤️❤️❤️\n\nOK 👍 see you 🔜!!!\n"
NUMBERS = "12:40 – 51.2° N, 3.1° W; wind SSW 6–7. £3 10s. 6d. ISBN 978-0-00-000000-2. 50 % of 1/2 = 25 %.\n"
LIST = "- oars\n- rope (20 m)\n- 3 eggs\n- a pinch of salt\n\n1. Launch.\n2. Row.\n3. Do not sink.\n"
RUINS = "“ “ “ ” ” “…” — ‘ ’ ’’ '' \"\" ((()))[[]] …… !!!??? ;;; ,,, \u200b\u00ad\ufeff \ufffd\ufffd\n\n.\n\n,\n\n”\n"

TEXTS = {
    "verse": (VERSE, 1), "all capitals": (SHOUTING, 0), "dialect": (DIALECT, 3), "letter": (LETTER, 2),
    "chat": (CHAT, 0), "stage directions": (STAGE, 2), "code": (CODE, 2), "table": (TABLE, 0),
    "addresses": (ADDRESSES, 0), "foreign sentences": (FOREIGN, 2), "no punctuation": (NO_MARKS, 3),
    "one sentence of 5,000 words": (ONE_SENTENCE, 0), "emoji": (EMOJI, 1), "numbers": (NUMBERS, 1), "list": (LIST, 1),
    "ruins of marks": (RUINS, 3), "nothing": ("", 0), "blanks": (" \n\t\n\u00a0\n", 0),
}  # fmt: skip
"""Each text with the most findings that may stand in it: what a person would mark there, and a little over."""


@pytest.fixture(scope="module")
def analyst() -> Iterator[Analyst]:
    with Analyst(cache=False) as analyst:
        yield analyst


def read(analyst: Analyst, text: str) -> Report:
    """The report on a text that stands in a story: prose around it tells the analysis that this is English."""
    prose = "Mira rowed out past the harbour wall. The sea was quiet, and nobody called after her.\n\n"
    return analyst.analyse(read_bytes((prose + text).encode(), "story.txt").manuscript)


@pytest.mark.parametrize("kind", TEXTS)
def test_little_is_marked_and_nothing_breaks(analyst: Analyst, kind: str) -> None:
    text, most = TEXTS[kind]
    report = read(analyst, text)
    assert report.faults == ()
    shown = [f"{each.check}: {each.text}" for each in report.findings if each.severity.value != "hint"]
    assert len(shown) <= most, shown


def test_an_error_beside_it_is_still_found(analyst: Analyst) -> None:
    for kind in ("code", "table", "emoji", "foreign sentences"):
        report = read(analyst, TEXTS[kind][0] + "\nShe saw the the lamp, and she rowed home.\n")
        assert "the the" in {each.text for each in report.findings}, kind
