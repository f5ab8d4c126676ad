# SPDX-License-Identifier: GPL-3.0-or-later
"""Every letter on the page is the letter of the text that it says it is."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest

from redraft.places import resource, seed
from redraft.text.utf16 import Utf16Map
from tests.reader.chromium import Page
from tests.reader.conftest import STORY, Maker, Opener
from tests.reader.test_reading import HOSTILE

WRAPPED = "\ufeff  It *was* a line\n  that went _on\n  and on_ 🦊 again.\n\n\n  \n  And <i>another</i> \\*one\\* & two\n\n\x00\x00"
STORIES = {"story": STORY, "hostile": HOSTILE, "wrapped": WRAPPED, "crlf": STORY.replace("\n", "\r\n"), "one": "🦊",
           "markup": "# **A** ***b*** c\n\n> *q* 𝔘 *x* 𝔘 [i]y[/i]\n\n*a*b *c*", "seed": "", "seed3": ""}  # fmt: skip

MARKUP = str.maketrans("", "", "*_#>\\</ib[] \r\n\t\u2028")


def places(page: Page) -> None:
    """Have the page's own places at hand as ``places``."""
    page.js(resource("reader", "places.js").read_text(encoding="utf-8")
            + ";globalThis.places = new Places(document.getElementById('story'), JSON.parse(document.getElementById('copy').textContent)); 1")  # fmt: skip


@pytest.mark.parametrize("name", STORIES)
def test_places_of_the_page_are_places_of_the_text(name: str, copied: Maker, reading: Opener) -> None:
    files = {"seed": "02-the-abduction-of-big-reg.md", "seed3": "03-attempted-delivery.txt"}
    story = STORIES[name] or Path(seed(files[name])).read_text(encoding="utf-8")
    made, address = copied(story)
    page = reading(address)
    places(page)
    assert page.js("places.text") == made.text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    units = Utf16Map.of(made.text)
    chance = random.Random(name)
    starts = [chance.randrange(len(made.text)) for _ in range(60)]
    asked = [[units.units(start), units.units(min(len(made.text), start + chance.randint(1, 90)))] for start in starts]
    found = page.js(f"""{json.dumps(asked)}.map(([start, end]) => {{
        const range = places.range(start, end), span = places.span(range);
        const points = each => [each, places.points(each), places.units(places.points(each))];
        return [span && [points(span.start), points(span.end)], range.toString()];
    }})""")
    for span, shown in found:
        if span is None:
            continue
        for unit, point, back in span:
            assert units.units(point) == unit == back
        words = made.text[span[0][1] : span[1][1]]
        assert words == words.strip() and words.translate(MARKUP) == shown.translate(MARKUP)


def test_each_paragraph_is_its_own_words(copied: Maker, reading: Opener) -> None:
    made, address = copied(STORIES["markup"])
    page = reading(address)
    places(page)
    assert page.js("places.elements.map(each => each.textContent)") == ["A b c", "q 𝔘 x 𝔘 y", "ab c"]
    spans = page.js("places.elements.map((_, at) => places.paragraph(at)).map(each => [places.points(each.start), places.points(each.end)])")
    assert [made.text[start:end] for start, end in spans] == ["A** ***b*** c", "q* 𝔘 *x* 𝔘 [i]y", "a*b *c"]
