# SPDX-License-Identifier: GPL-3.0-or-later
"""Where the tagger's word does not count: against the scene's tense, on the story's own names, in broken speech."""

from __future__ import annotations

from difflib import SequenceMatcher

from redraft.checks.dialogue import tag_at
from redraft.checks.lexicon import BE, HAVE, words
from redraft.checks.rules.confused.jury import load_jury
from redraft.checks.rules.spelling.lexicon import lexicon
from redraft.checks.speech_verbs import Saying
from redraft.checks.story import EngineMark, Passage
from redraft.checks.voice import own_voice
from redraft.language.analysis import Token, Zone

_HELPERS = words("was were is are has have do does")
_GROUPS = words(
    "family crew team band gang crowd staff army swarm court council clan tribe squad pack herd flock horde company"
    " party group couple pair village city fleet guild order majority rest lot number public press enemy choir class"
)
_TO_PAST = words("was were had did could would")
_TO_PRESENT = words("is are am has have do does can will")
_MARK_FAMILIES = words("comma comma-splice punctuation dialogue-punctuation")
_LIKENESS = 0.5
"""From here on two words look alike, as a share of common letters: there and their 0.8, patience and use 0.2."""
_SHORTENED = words("mr mrs ms dr st prof rev capt lt sgt col gen jr sr messrs mme mlle no hon")
_TWO_WORDS = frozenset(("for ever", "every one", "any one", "some one"))
"""Right as two words, in some sense or in older books."""
_MID_MARKS = ",;:—"
_FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
_SMALL = 4
_USUAL = 3
"""Times from which on a form is the author's own."""
_WORD_FAMILIES = words("confusable spelling case apostrophe wrong-form verb-form hyphenation pronoun")


def fits(passage: Passage, mark: EngineMark) -> bool:
    """Whether the facts of scene and story let the mark stand, whatever its probability."""
    if mark.message in _MARK_FAMILIES and (passage.kind != "body" or passage.text.count(" ") < 3):
        return False
    if _ends_what_is_no_sentence(passage, mark) or _is_part_of_a_title(passage, mark) or _is_british(passage, mark):
        return False
    if passage.lower[mark.start : mark.end] in _TWO_WORDS:
        return False
    if mark.message == "agreement" and passage.analysis.zone(mark.start) is not Zone.NARRATION:
        return False  # a character may say "it were my idea"
    if mark.message == "agreement" and (_of_strange_number(passage, mark) or own_voice(passage, mark.start, mark.end)):
        return False
    if mark.message == "tense" and not _tense_fits(passage, mark):
        return False
    if mark.message == "dialogue-punctuation" and not _speech_fits(passage, mark):
        return False
    if mark.message in _WORD_FAMILIES and (_is_name(passage, mark) or _is_usual(passage, mark)):
        return False
    old, new = passage.lower[mark.start : mark.end], mark.suggestions[0].lower()
    if mark.message == "confusable" and (not _resembles(old, new) or _judged_elsewhere(old, new)):
        return False
    return _class_fits(passage, mark)


def _of_strange_number(passage: Passage, mark: EngineMark) -> bool:
    """Whether the verb's subject may be one or many: a group, a people of this story, a word that English lacks."""
    if mark.suggestions[0].lower() not in _HELPERS:
        return False
    tokens = passage.analysis.tokens
    index = passage.analysis.token_index(mark.start)
    if index < 1:
        return False
    subject = tokens[index - 1]
    invented = subject.pos in ("NOUN", "PROPN") and (subject.text[0].isupper() or not lexicon().knows(subject.lower))
    return invented or subject.lower in _GROUPS


def _ends_what_is_no_sentence(passage: Passage, mark: EngineMark) -> bool:
    """Whether a stop would be put at the end of a line of verse or a list, a heading, a sign, a signature."""
    if mark.message != "punctuation" or mark.end < len(passage.text.rstrip()):
        return False
    beside = [each.text.rstrip()[-1:] for each in (passage.before, passage.after) if each is not None]
    if any(each.isalnum() or each in _MID_MARKS for each in beside):
        return True
    words = [each for each in passage.analysis.tokens if each.is_word]
    capitals = sum(each.text[0].isupper() for each in words[1:])
    told = any(each.tag in _FINITE for each in words)
    return not told or 2 * capitals > len(words)


def _is_british(passage: Passage, mark: EngineMark) -> bool:
    """Whether a stop would be put behind “Mr” and the like, which British books print without."""
    word = passage.lower[mark.start : mark.end]
    return word in _SHORTENED and mark.suggestions[0].lower() == f"{word}."


def _is_part_of_a_title(passage: Passage, mark: EngineMark) -> bool:
    """Whether a capital stands before another in mid-sentence: “Literate President Morehead”."""
    if mark.rule != "$LOWER":
        return False
    tokens = passage.analysis.tokens
    index = passage.analysis.token_index(mark.start)
    behind = tokens[index + 1] if index + 1 < len(tokens) else None
    return behind is not None and behind.tag.startswith("NNP") and behind.text[:1].isupper()


def _resembles(old: str, new: str) -> bool:
    """Whether one word can be taken for the other: they look alike, or both are of the smallest."""
    return max(len(old), len(new)) <= _SMALL or SequenceMatcher(None, old, new).ratio() >= _LIKENESS


def _judged_elsewhere(old: str, new: str) -> bool:
    """Whether the judges of confusable words, who hear the tagger, decide on these two."""
    jury = load_jury()
    return jury is not None and jury.knows(old.replace("’", "'"), new.replace("’", "'"))


def _tense_fits(passage: Passage, mark: EngineMark) -> bool:
    """A change of tense must lead towards the scene's own, and stand in the telling."""
    if passage.analysis.zone(mark.start) is not Zone.NARRATION:
        return False
    new = mark.suggestions[0].lower()
    if mark.rule == "$PAST" or new in _TO_PAST:
        return passage.scene.tense == "past"
    if mark.rule.startswith("$PRES") or new in _TO_PRESENT:
        return passage.scene.tense == "present"
    return True


def _speech_fits(passage: Passage, mark: EngineMark) -> bool:
    """A stop before words that are no tag stays, and so does the comma behind words that lead up to a speech."""
    old, new = passage.straight[mark.start : mark.end], mark.suggestions[0]
    quote = next(
        (each for each in range(mark.start, mark.end + 1) if passage.straight[each : each + 1] in ('"', "'")), None
    )
    if quote is not None and old.startswith(".") and new.startswith(","):
        tag = tag_at(passage.straight, quote + 1, len(passage.text))
        return tag is not None and (tag.saying is None or (tag.saying is Saying.PURE and tag.fits))
    if old.strip() == "," and new.strip() == "." and passage.straight[mark.end :].lstrip()[:1] in ('"', "'"):
        lead = passage.straight[: mark.start].rsplit('"', 1)[-1]
        return len(lead.split()) <= 5 and not lead.lower().lstrip().startswith(("and ", "while ", "as ", "then "))
    return True


def _class_fits(passage: Passage, mark: EngineMark) -> bool:
    """Whether the parser, too, takes the word for one that can be so changed: a verb for a verb's forms, and so on."""
    token = passage.analysis.tokens[passage.analysis.token_index(mark.start)]
    if mark.message in ("tense", "verb-form") and mark.rule.startswith("$"):
        verb = token.tag.startswith("VB") or token.tag == "MD"
        return verb and not (mark.rule == "$PAST" and (token.tag == "VBG" or _helped(passage, token)))
    if mark.rule in ("$NN", "$NNS"):
        return token.dep != "compound"
    return mark.rule != "$LY" or not token.lower.endswith("ly")


def _helped(passage: Passage, token: Token) -> bool:
    """Whether a participle stands behind "had", "was" or another helper."""
    index = passage.analysis.token_index(token.start)
    before = passage.analysis.tokens[max(0, index - 3) : index]
    return token.tag == "VBN" and any(each.lower in HAVE or each.lower in BE for each in before)


def _is_name(passage: Passage, mark: EngineMark) -> bool:
    """Whether the marked word is a name of the story, or a word that the author added."""
    word = passage.text[mark.start : mark.end].strip()
    bare = word.removesuffix("'s").removesuffix("’s")
    if bare in passage.story.names or bare.lower() in passage.story.own_words:
        return mark.rule not in ("$POSS", "$APOS")
    return False


def _is_usual(passage: Passage, mark: EngineMark) -> bool:
    """Whether the author writes the marked plural, or compound, again and again as it stands here."""
    word = passage.lower[mark.start : mark.end].strip()
    if mark.rule not in ("$POSS", "$NOPOSS", "$JOIN", "$OPEN"):
        return False
    counts = passage.story.counts
    return counts.get(word, 0) >= _USUAL > counts.get(mark.suggestions[0].lower(), 0)
