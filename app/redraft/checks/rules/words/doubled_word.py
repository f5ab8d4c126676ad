# SPDX-License-Identifier: GPL-3.0-or-later
"""What it finds: the same word twice in a row: the the door.

Why a reader minds: the eye of the author skips the second one, the eye of the reader stumbles over it.

When to leave it: where both are needed (“all that he had had”), or a voice repeats itself on purpose (“no no”).

Example: She opened the the door. → She opened the door.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from redraft.checks.check import Fires, Found, Quiet, check
from redraft.checks.finding import Severity
from redraft.checks.lexicon import words
from redraft.checks.story import Passage
from redraft.language.analysis import Zone

_TWICE = re.compile(r"(?<![\w'’-])([^\W\d_]+)(\s+)(\1)(?![\w’'-])", re.IGNORECASE)
_NEVER_TWICE = words(
    "the a an and of to at for with from by into onto was were has have been be i he she we they his my our their "
    "its your"
    " this these those but or if than because would could should will them us me as are am did not when"
)
_OFTEN_RIGHT = words("had that her is in on do you who it so no as over was have to will them us me by")
_HELPERS = words("is was are were did does do has had")
_CLEFT = re.compile(r"\b(?:what|whatever|whoever|all|who|where|how|thing|one) [^.;!?]*$")
"""Behind such a word two helpers may meet: what he is is his own affair."""
_PLAYFUL = words(
    "ha he ho hee no yes very really so far long many much never bye there now come go well oh ah hey knock tick"
)


@check(
    id="doubled-word",
    name="Word twice in a row",
    category="extra-word",
    severity=Severity.ERROR,
    sure=True,
    weight=0.9,
    examples=(
        Fires("She opened ⟦the the⟧ door.", "the"),
        Fires("It was one ⟦of of⟧ them.", "of"),
        Fires("He walked ⟦and and⟧ talked.", "and"),
        Fires("The ⟦door door⟧ stood open.", "door"),
        Quiet("All that he had had was gone."),
        Quiet("What he is is his own affair, and whatever he did did not help."),
        Quiet("She gave her her coat."),
        Quiet("He was very very tired."),
        Quiet("“No no, not that.”"),
        Quiet("It was a long long way."),
        Quiet("He knew that that was wrong."),
        Quiet("“You you can’t,” he stammered."),
    ),
)
def doubled_word(passage: Passage) -> Iterator[Found]:
    """Equal words side by side; such as may be right together only where another judge says so."""
    for match in _TWICE.finditer(passage.text):
        word = match.group(1).lower()
        speech = passage.analysis.zone(match.start()) is not Zone.NARRATION
        named = match.group(1)[0].isupper() and match.group(3)[0].isupper()
        if (
            word in _PLAYFUL
            or named
            or (speech and word not in _NEVER_TWICE)
            or (speech and word in ("i", "you", "we", "he"))
        ):
            continue
        led = word in _HELPERS and _CLEFT.search(passage.lower[max(0, match.start() - 50) : match.start()]) is not None
        unsure = led or word in _OFTEN_RIGHT or (word not in _NEVER_TWICE and not _plain(passage, match.start()))
        yield Found(
            match.start(), match.end(), f"“{match.group(1)}” stands here twice.", (match.group(1),), unsure=unsure
        )


def _plain(passage: Passage, place: int) -> bool:
    """Whether the first of the two is a noun or a finite verb, which nobody doubles for weight."""
    token = passage.analysis.tokens[passage.analysis.token_index(place)]
    return token.pos in ("NOUN", "AUX", "DET", "ADP") or token.tag in ("VBD", "VBZ")
