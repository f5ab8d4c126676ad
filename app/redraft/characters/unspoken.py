# SPDX-License-Identifier: GPL-3.0-or-later
"""Words in quote marks that nobody says: titles, signs, words spoken of, what somebody was about to say."""

from __future__ import annotations

import re
from collections.abc import Sequence

from redraft.language.analysis import Analysis, Stretch

_REACH = 90
"""Characters of narration before the quotation that are looked at."""
_FEW = 7
"""Words in a name of something, at most."""
_WRITING = (
    r"titles?|headlines?|headings?|captions?|inscriptions?|rubrics?|legends?|mottos?|labels?|subtitles?|"
    r"billboard sign|sign|signboard|placard|lettering"
)
_SHOWN = re.compile(rf"\b(?:the|a|an|its|whose|large|black|white|gold|printed)(?: [\w-]+)? (?:{_WRITING}),?:? ?$", re.I)
"""What is written on something: "bearing the title: “…”", "under the headline “…”"."""
_SPOKEN_OF = re.compile(
    r"\b(?:the (?:[\w-]+ )?(?:words?|names?|phrases?|terms?|expressions?|syllables?|letters)"
    r"|(?:entitled|titled|headed|inscribed|labelled|labeled|lettered|marked|captioned|spelt|spelled)"
    r"|(?:what|which|whom) (?:he|she|they|we|people|everybody) (?:calls?|called|termed|terms)"
    r"|(?:is|are|was|were|be|been|being|something(?: [\w-]+)*|man|woman|book|game|place|thing) (?:called|named|termed))"
    r" $", re.I,
)
"""What stands before a word or name that is spoken of, without a comma: "the word “…”", "a book called “…”"."""
_AND = re.compile(r"[“‘\"]?[^“”\"]{1,40}[”’\"] (?:and|or) $")
_PHRASE = re.compile(r"\bto (?:use|quote|borrow) [^.!?;:“”]{1,40}, $", re.I)
_UNSAID = re.compile(
    r"\b(?:going|about|meant|meaning|wanted|wanting|wished|longed|tried|ready|much as|seem|seems|seemed|seeming) to say"
    r"[,:]? ?$|\bas (?:one )?who should say[,:]? ?$|\bas if to say[,:]? ?$", re.I,
)
_SPEAKING = re.compile(
    r"\b(?:sa(?:id|ys?|ying)|spoke|speak(?:s|ing)?|utter\w*|whisper\w*|shout\w*|repeat\w*|cr(?:y|ied)|mutter\w*|"
    r"murmur\w*|pronounc\w*|breath\w*|heard|hear|echo\w*|answer\w*|repl(?:y|ied)|call(?:ed|ing)? out|with)\b", re.I,
)


def is_unspoken(analysis: Analysis, number: int, speeches: Sequence[Stretch]) -> bool:
    """Whether nobody says the words of speech ``number`` of a paragraph. Words that have a tag are not asked about."""
    stretch = speeches[number]
    if not stretch.opened or not stretch.closed:
        return False
    text = analysis.text
    words = text[stretch.start + 1 : stretch.end - 1].strip()
    from_ = max(speeches[number - 1].end if number else 0, stretch.start - _REACH)
    before = _clause(text[from_ : stretch.start])
    if _UNSAID.search(before):
        return True
    listed = _AND.sub("", before)
    if _SPEAKING.search(listed):
        return False
    if _PHRASE.search(before) or (not number and words[:1].islower() and _runs_in(before)):
        return True
    name = len(words.split()) <= _FEW and words[-1:] not in ("!", "?", "—", "…")
    return _SHOWN.search(listed) is not None or (name and _SPOKEN_OF.search(listed) is not None)


def _clause(before: str) -> str:
    """The part of a sentence that leads up to a quotation."""
    return re.split(r"[.!?;…] ", before)[-1]


def _runs_in(before: str) -> bool:
    """Whether the sentence before a quotation goes on into it."""
    return before[-1:] == " " and before[-2:-1].isalpha()
