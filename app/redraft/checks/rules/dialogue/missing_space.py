# SPDX-License-Identifier: GPL-3.0-or-later
"""What it finds: a speech that touches the word before or behind it: “Come in.”She smiled.

Why a reader minds: the join makes one word of the voice and the telling.

When to leave it: never; a dash or a bracket may touch a quote mark, a word may not.

Example: “Come in.”She smiled. → “Come in.” She smiled.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from redraft.checks.check import Fires, Found, Quiet, check
from redraft.checks.finding import Severity
from redraft.checks.story import Passage

_GLUED = re.compile(r"([^\W\d_]+[.,!?])([“‘])(?=\w)")


@check(
    id="dialogue-missing-space", name="No space beside a speech", category="spacing",
    severity=Severity.ERROR, sure=True, weight=0.9,
    examples=(
        Fires("“Come in.⟦”She⟧ smiled.", "” She"),
        Fires("He ⟦said,“⟧Come in.”", "said, “"),
        Fires("\"Come in.⟦\"She⟧ smiled.", '" She'),
        Fires("He ⟦said.‘⟧Come in.’", "said. ‘"),
        Quiet("“Come in.” She smiled."),
        Quiet("“He said, ‘Come in,’” she said."),
        Quiet("“It’ll be our”—she leaned—“secret.”"),
        Quiet("“Come in,” he said. (“Slowly.”)"),
        Quiet("There were two “A”s in it."),
    ),
)
def missing_space(passage: Passage) -> Iterator[Found]:
    """Speeches with a letter or a comma directly at their marks."""
    text = passage.text
    for match in _GLUED.finditer(text):
        fix = f"{match[1]} {match[2]}"
        yield Found(match.start(), match.end(), "A space is missing before the speech.", (fix,))
    for speech in passage.speeches:
        if speech.end - speech.start < 5 or speech.depth > 1:
            continue
        word = speech.end
        while word < len(text) and text[word].isalpha():
            word += 1
        if speech.closed and word > speech.end + 1 and not text[speech.end - 2].isalpha():
            fix = text[speech.end - 1] + " " + text[speech.end : word]
            yield Found(speech.end - 1, word, "A space is missing behind the speech.", (fix,))
        if speech.opened and speech.start and text[speech.start] in "\"'" and text[speech.start - 1] in ",.!?":
            start = speech.start - 1
            while start and text[start - 1].isalpha():
                start -= 1
            if start < speech.start - 1:
                fix = text[start : speech.start] + " " + text[speech.start]
                yield Found(start, speech.start + 1, "A space is missing before the speech.", (fix,))
