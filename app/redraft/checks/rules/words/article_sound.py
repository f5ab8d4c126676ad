# SPDX-License-Identifier: GPL-3.0-or-later
"""What it finds: *a* before a vowel sound, *an* before a consonant: a hour, an door.

Why a reader minds: the two forms follow the tongue, and the wrong one trips it.

When to leave it: in dialect (“an’” for “and”), and before an h that the speaker does not sound.

Example: It took a hour. → It took an hour.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from redraft.checks.check import Fires, Found, Quiet, check
from redraft.checks.finding import Severity
from redraft.checks.story import Passage
from redraft.language.analysis import Zone

_ARTICLE = re.compile(r"(?<![\w'’.-])([Aa]n?)(\s+)[“\"‘']?([A-Za-z]+(?:['’-][A-Za-z]+)*)")
_SILENT_H = re.compile(r"(?:hour|honest|honor|honour|heir)", re.IGNORECASE)
_LIKE_YOU = re.compile(
    r"(?:uni(?!n|m)|unif|unis|uniq|unit|univ|us(?:e|u|able|ag)|ut(?:i|o|ens|er)|ur(?:an|in|e\b|o)|eu|ewe|one|once|oui|ubi|uku"
    r"|ufo|u$|ovi?j|o$)", re.IGNORECASE,
)
_SOUNDED_H = re.compile(
    r"h(?:and|ard|at|ead|ear|eart|eavy|elp|ero|ill|ome|ope|orse|ot|ouse|uge|uman|undred|urry|unter|alf|all|appy|igh|oly|ole)s?$",
    re.IGNORECASE,
)
_SPELLED_OUT = re.compile(r"[A-Z]{2,}s?$")


@check(
    id="article-sound", name="“A” or “an” by sound", category="article", severity=Severity.ERROR, sure=True, weight=0.9,
    examples=(
        Fires("It took ⟦a hour⟧.", "an hour"),
        Fires("It was ⟦an dog⟧.", "a dog"),
        Fires("He ate ⟦a apple⟧.", "an apple"),
        Fires("That was ⟦an useful⟧ thing.", "a useful"),
        Quiet("It took an hour."),
        Quiet("He was a European at a university."),
        Quiet("It was a one-way street and an honest answer."),
        Quiet("“He came an went,” she said."),
        Quiet("An FBI man and a UN man sat down."),
        Quiet("It was an historic day."),
        Quiet("She got an A in it, and a B."),
        Quiet("They were called A and B."),
    ),
)
def article_sound(passage: Passage) -> Iterator[Found]:
    """Articles that do not go with the sound after them."""
    for match in _ARTICLE.finditer(passage.text):
        article, word = match.group(1), match.group(3)
        vowel = _vowel_sound(word)
        if vowel is None or vowel == (article.lower() == "an"):
            continue
        slurred = article.lower() == "an" and passage.analysis.zone(match.start()) is not Zone.NARRATION
        if article == "A" and passage.text[: match.start()].rstrip()[-1:].isalpha():
            continue
        right = article[0] + ("n" if vowel else "")
        fix = right + passage.text[match.end(1) : match.end()]
        sound = "a vowel" if vowel else "a consonant"
        message = f"“{word}” begins with the sound of {sound}, so it takes “{right.lower()}”."
        yield Found(match.start(), match.end(), message, (fix,), unsure=slurred)


def _vowel_sound(word: str) -> bool | None:
    """Whether the word begins with a vowel's sound; None where nobody can be sure."""
    if len(word) == 1 or _SPELLED_OUT.match(word):
        return None
    first = word[0].lower()
    if first == "h":
        return True if _SILENT_H.match(word) else False if _SOUNDED_H.match(word) else None
    if first in "aeiou":
        return not _LIKE_YOU.match(word)
    return False if first != "y" or word[1:2].lower() in "aeiou" else None

