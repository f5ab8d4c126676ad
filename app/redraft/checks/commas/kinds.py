# SPDX-License-Identifier: GPL-3.0-or-later
"""What kind of place a gap between two words is: before a conjunction, behind an opening, before a relative clause …

The kind is told by the words and the parse on either side, whether or not a comma stands there.
"""

from __future__ import annotations

from redraft.checks.commas.frame import Frame
from redraft.checks.lexicon import words

JOINS = words("and but or nor so yet")
LEADS = words(
    "when whenever as if while although though because since unless until till once after before even whereas where"
    " wherever that whether"
)
RELATIVES = words("who whom whose which")
PRONOUNS = words("i he she it we they you there this that these those")
KINDS = (
    "and-clause", "but-clause", "or-clause", "and-verb", "but-verb", "and-else", "but-else",
    "open-clause", "open-verb", "open-phrase", "open-word", "sub", "ing", "rel", "prep", "to", "name", "adverb", "else",
)


def kind(frame: Frame, left: int, right: int) -> str:
    """The kind of the gap between the words at ``left`` and ``right``: one of :data:`KINDS`."""
    word, token = frame.lower[right], frame.tokens[right]
    if word in JOINS and token.tag in ("CC", "RB", "IN"):
        return _join(frame, right, word)
    opening = _opening(frame, left, right)
    if opening:
        return opening
    if word in RELATIVES:
        return "rel"
    if word in LEADS and token.tag in ("IN", "WRB", "RB"):
        return "sub"
    if token.tag in ("VBG", "VBN"):
        return "ing"
    if token.tag == "IN":
        return "prep"
    if token.tag == "TO":
        return "to"
    if token.tag == "NNP" or frame.tokens[left].tag == "NNP":
        return "name"
    return "adverb" if token.tag == "RB" else "else"


def _join(frame: Frame, right: int, word: str) -> str:
    group = "but" if word in ("but", "yet") else "and" if word == "and" else "or"
    following = right + 1
    if following < frame.last:
        top = frame.beginning(following)
        if frame.subject[top] >= 0 or frame.lower[following] in PRONOUNS:
            return f"{group}-clause"
        if group != "or" and frame.tokens[following].tag.startswith("VB"):
            return f"{group}-verb"
    return "or-clause" if word == "so" else "but-else" if group == "but" else "and-else"


def _opening(frame: Frame, left: int, right: int) -> str:
    """Whether the sentence itself begins at ``right``, its subject, after an opening of what kind."""
    top = frame.beginning(right)
    if frame.tokens[top].dep not in ("nsubj", "nsubjpass", "expl") and frame.lower[right] not in PRONOUNS:
        return ""
    start = left
    while start > frame.first and not frame.parts(start - 1):
        start -= 1
    if start > frame.first and frame.tokens[start - 1].text not in "“\"‘;—(":
        return ""
    first = frame.tokens[start]
    if first.tag in ("VBG", "VBN"):
        return "open-verb"
    if frame.lower[start] in LEADS and left - start >= 2:
        return "open-clause"
    if left == start:
        return "open-word" if first.tag in ("RB", "UH", "RBR", "IN") else ""
    return "open-phrase" if first.tag in ("IN", "RB", "TO", "JJ") else ""
