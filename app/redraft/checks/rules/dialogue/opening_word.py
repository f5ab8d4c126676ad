# SPDX-License-Identifier: GPL-3.0-or-later
"""What it finds: yes, no, well, oh and the like at the head of a spoken sentence without a comma: “Well I think so.”

Why a reader minds: the comma is the breath after the little word; “No I won’t” and “Yes you can” stumble without it.

When to leave it: where the author leaves it out throughout, or the voice has no breath to lose.

Example: “No I won’t.” → “No, I won’t.”
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from redraft.checks.check import Fires, Found, Quiet, check
from redraft.checks.dialogue import rough, sets_pauses, turns
from redraft.checks.story import Passage

_SUBJECT = (
    r"(?:I|you|he|she|it|we|they|there|I'm|I'll|I've|I'd|you're|you'll|you've|you'd|he's|he'll|he'd|she's|she'll|she'd"
    r"|it's|it'll|we're|we'll|we've|we'd|they're|they'll|they've|that's|there's)"
)
_FREE = r"(?:thanks|thank|of course|please|don't|let's|that|this|my|your|the|what|how|why|come|but)"
_WORD = re.compile(
    r"(?:^|(?<=[.!?…] )|(?<=[.!?…]))(?:"
    rf"(?P<answer>Yes|No|Yeah|Yep|Nope|Nah|Okay|OK|Oh|Ah|Hey|Um|Uh|Er|Hmm) (?={_SUBJECT}(?![\w'-]))"
    rf"|(?P<clear>Yes|Yeah|Yep|Nope|Nah|Okay|OK) (?={_FREE}(?![\w'-]))"
    r"|(?P<no>No) (?=(?:thanks|thank|of course|please|don't|that's|let's|this is|that is)(?![\w'-]))"
    r"|(?P<oh>Oh|Ah) (?=(?:come on|don't|thank|of course|please|let's)(?![\w'-]))"
    rf"|(?P<well>Well|Besides|Anyway|Anyways) (?={_SUBJECT}(?![\w'-]))"
    r"|(?P<sure>Sure|Look|Listen) (?=(?:I|I'm|I'll|I've|I'd|we|we're)(?![\w'-])))"
)
_KEPT = re.compile(r"(?:Well I never\b|Oh that I\b|Oh the \w+[!.]|No you don't\b|Oh you \w+[!.]|Well you \w+[!.])")


@check(
    id="opening-word", name="Yes, no, well or oh without its comma", category="comma", weight=0.7, sure=True,
    examples=(
        Fires("“⟦No I⟧ won’t.”", "No, I"),
        Fires("“⟦Well I⟧ think he’s late,” she said.", "Well, I"),
        Fires("“I see. ⟦Yes he⟧ told me.”", "Yes, he"),
        Fires("“⟦Oh it’s⟧ nothing.”", "Oh, it’s"),
        Fires("“⟦Okay let’s⟧ go.”", "Okay, let’s"),
        Quiet("“No, I won’t.”"),
        Quiet("“No one knows.”"),
        Quiet("“Well done.”"),
        Quiet("“Oh no, not again.”"),
        Quiet("“Yes and no,” he said."),
        Quiet("“Oh my God!”"),
        Quiet("“Well I never!”"),
        Quiet("Well I knew that road."),
    ),
)
def opening_word(passage: Passage) -> Iterator[Found]:
    """Such words directly before the subject of a spoken sentence."""
    if not sets_pauses(passage):
        return
    text = passage.straight
    for turn in turns(passage):
        for match in _WORD.finditer(turn.inner(text)):
            start = turn.inner_start + match.start()
            loose = match.lastgroup == "sure" or text.startswith("No thanks", start)
            if _KEPT.match(text, start) or (loose and not rough(passage)):
                continue
            word = match.group().strip()
            cut = start + len(word)
            end = cut + 1
            while end < turn.inner_end and not text[end].isspace() and text[end] not in ",.!?…—":
                end += 1
            fix = passage.text[start:cut] + "," + passage.text[cut:end]
            message = f"“{word}” stands apart from the sentence that it opens; a comma shows the pause."
            yield Found(start, end, message, (fix,))
