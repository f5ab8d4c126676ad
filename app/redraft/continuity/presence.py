# SPDX-License-Identifier: GPL-3.0-or-later
"""Who acts or speaks after dying, or in one place while being away in another. Only where the text is sure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from redraft.characters.cast import Character
from redraft.continuity.departures import Parting, partings, returns
from redraft.continuity.elapsed import between
from redraft.continuity.places import Conflict
from redraft.continuity.story import Named, Story
from redraft.language.analysis import Analysis, Zone
from redraft.language.saying import SAYING

_SOON = 12
"""Paragraphs after a parting within which its own scene may still be told."""
_LEAST_BETWEEN = 2
"""Paragraphs after which whoever left a room has left it."""
_AHEAD = re.compile(r"\b(?:years?|winters?|summers?|eventually|in the end|one day|later|would)\b", re.IGNORECASE)
"""Words by which a death is told before its time."""
_AFTERWORDS = 40
"""Words behind the leaving, in its paragraph, after which the story has gone out as well."""
_ACTS = frozenset(
    "say ask nod smile laugh walk run sit stand turn grin sigh shrug take pick open close pour drink eat shake shout "
    "whisper reply answer call cry frown point lean kneel rise stride climb push pull lift grab throw wave".split()
)
_SPEAKS = frozenset("say ask reply answer shout whisper call cry".split()) | frozenset(SAYING)


@dataclass(frozen=True, slots=True)
class _Act:
    """A character speaks or acts in narration at ``start``–``end`` of the paragraph at ``index``."""

    index: int
    start: int
    end: int


def presence_conflicts(story: Story) -> Iterator[Conflict]:
    """Every character who is gone and speaks or acts all the same: the parting and the first such act."""
    known = {index: partings(each) for index, each in enumerate(story.analyses)}
    known = {index: found for index, found in known.items() if found}
    if not known:
        return
    for character in story.cast.characters:
        mentions = list(story.named(character))
        conflict = _of(story, character, mentions, known)
        if conflict is not None:
            yield conflict


def _of(
    story: Story, character: Character, mentions: Sequence[Named], known: dict[int, tuple[Parting, ...]],
) -> Conflict | None:
    for index, parting in _own(story, character, mentions, known):
        find = _back_in_the_room if parting.kind == "out" else _act_after
        act = find(story, mentions, index, parting)
        if act is not None:
            gone = story.place(index, parting.start, parting.end)
            here = story.place(act.index, act.start, act.end)
            far = story.apart(index, act.index)
            what = {"dead": "is dead", "left": "has left", "out": "has left", "away": "is away"}[parting.kind]
            message = f"{character.name} {what} (“{gone.text}”) and is here all the same: “{here.text}”, {far}."
            return Conflict("presence", character.name, message, (gone, here), parting.kind)
    return None


def _own(
    story: Story, character: Character, mentions: Sequence[Named], known: dict[int, tuple[Parting, ...]],
) -> Iterator[tuple[int, Parting]]:
    """The partings that are this character's: the name stands at their subject, or it is the one she or he there."""
    at = {(each.index, place) for each in mentions for place in range(each.start, each.end)}
    for index, found in known.items():
        for parting in found:
            if parting.pronoun:
                if _only_one_meant(story, character, mentions, index, parting):
                    yield index, parting
            elif (index, parting.at) in at:
                yield index, parting


def _only_one_meant(
    story: Story, character: Character, mentions: Sequence[Named], index: int, parting: Parting,
) -> bool:
    """Whether a pronoun in a paragraph can mean this character alone: nobody else who may be meant is named in it."""
    if not any(each.index == index and each.start < parting.at for each in mentions):
        return False
    if character.pronouns is not None and character.pronouns != parting.pronoun:
        return False
    for other in story.cast.characters:
        if other is character or other.pronouns not in (parting.pronoun, None):
            continue
        if other.name == story.speaker(index, parting.at):
            continue  # nobody speaks so of themself
        if any(each.paragraph == story.ids[index] for each in other.mentions):
            return False
    return True


def _act_after(story: Story, mentions: Sequence[Named], index: int, parting: Parting) -> _Act | None:
    """The first thing the character surely says or does later, unless something says how that can be."""
    sentence = story.analyses[index].sentence_at(parting.start)
    if parting.kind == "dead" and sentence and _AHEAD.search(story.analyses[index].text, sentence.start, sentence.end):
        return None
    later = [each for each in mentions if each.index > index]
    for each in later:
        analysis = story.analyses[each.index]
        if returns(analysis, parting.kind) or story.days[each.index].back:
            return None
        if parting.kind == "away" and not _still_away(story, index, each.index, parting.until):
            return None
        if story.scene_of[each.index] == story.scene_of[index] and each.index - index <= _SOON:
            if parting.kind == "dead" and _act(analysis, each) and each.index - index > 1:
                return None
            continue
        just_before = story.analyses[max(index + 1, each.index - 3) : each.index]
        if any(returns(near, parting.kind) for near in just_before):
            return None
        if parting.place and parting.place in _words_between(story, index, each.index):
            return None
        act = _act(analysis, each)
        if act is not None:
            return _Act(each.index, *act)
    return None


def _back_in_the_room(story: Story, mentions: Sequence[Named], index: int, parting: Parting) -> _Act | None:
    """Whoever left the room and speaks in it a little later, while the story stayed with those who are left."""
    end = story.analyses[index].text[parting.end :]
    if len(end.split()) > _AFTERWORDS:
        return None
    for each in mentions:
        if each.index <= index:
            continue
        near = _LEAST_BETWEEN <= each.index - index <= _SOON
        if not near or story.scene_of[each.index] != story.scene_of[index]:
            return None
        if any(returns(later, "out") for later in story.analyses[index + 1 : each.index + 1]):
            return None
        act = _act(story.analyses[each.index], each)
        spoken = act is not None and any(True for _ in story.quotes_at.get(each.index, ()))
        return _Act(each.index, *act) if act is not None and spoken else None
    return None


def _still_away(story: Story, index: int, later: int, until: int | None) -> bool:
    """Whether the day on which whoever is away comes back has not come: a day at least, where none is told."""
    _, high = between(story.days[index], story.days[later])
    today = story.days[index].weekday
    left = 1 if until is None or today is None else (until - today) % 7 or 7
    return high is not None and high < left


def _words_between(story: Story, index: int, later: int) -> str:
    return " ".join(each.text for each in story.analyses[max(index + 1, later - 12) : later + 1])


def _act(analysis: Analysis, named: Named) -> tuple[int, int] | None:
    """From where to where the narration says that the one named speaks or acts, in the simple tenses."""
    last = analysis.token_index(named.end - 1)
    if last < 0 or analysis.zone(named.start) is not Zone.NARRATION:
        return None
    tokens = analysis.tokens
    name = tokens[last]
    head = tokens[name.head] if 0 <= name.head < len(tokens) else name
    if name.dep != "nsubj" or head.tag not in ("VBD", "VBZ", "VBP"):
        head = tokens[last - 1] if last and tokens[last - 1].lemma in _SPEAKS else name
    if head.lemma not in _ACTS or head is name or analysis.zone(head.start) is not Zone.NARRATION:
        return None
    perfect = [each for each in tokens if each.dep in ("aux", "neg") and 0 <= each.head < len(tokens)
               and tokens[each.head] is head]  # fmt: skip
    if perfect or _is_subordinate(analysis, head.start):
        return None
    return min(named.start, head.start), max(named.end, head.end)


def _is_subordinate(analysis: Analysis, offset: int) -> bool:
    """Whether what is told is not told of now: "when Tom nodded", "how Tom laughed", "had said that Tom walked"."""
    sentence = analysis.sentence_at(offset)
    if sentence is None:
        return True
    before = {each.lower for each in analysis.tokens[sentence.first : sentence.last] if each.start < offset}
    return bool(before & {"when", "how", "that", "had", "if", "before", "who", "as", "where", "used", "would", "once"})
