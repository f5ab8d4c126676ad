# SPDX-License-Identifier: GPL-3.0-or-later
"""Who a paragraph's own words say is speaking: by a tag ("said Anko", "she whispered") or by an action beside it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from redraft.characters.descriptions import is_person
from redraft.language.analysis import Analysis, Stretch, Token
from redraft.language.saying import SAYING

PRONOUNS = frozenset("he she i we they".split())
_DETERMINERS = frozenset("the a an his her my their our your one another some".split())
_ONE_OF_MANY = frozenset("a an another one some".split())
_TELLS_APART = frozenset("in with who of from at".split())
_NOBODY = frozenset("another someone somebody everyone everybody all both others nobody".split())
_VERBAL = ("VB", "MD", "")
_TAG_LENGTH = 14
_VERB_REACH = 5


@dataclass(frozen=True, slots=True)
class Subject:
    """Who is said to speak or act: a person (index), a pronoun in lower case, or somebody only described.

    ``at`` is the offset of the words; ``tagged`` whether a verb of speech says so (else it is an action); ``apart``
    whether a description is of one among others ("a woman", "the man in grey"); ``unclear`` whether the words are a
    name that several bear."""

    at: int
    person: int | None = None
    pronoun: str | None = None
    tagged: bool = True
    noun: str | None = None
    apart: bool = False
    unclear: bool = False


_OWNED = {"his": "he", "her": "she", "my": "i"}
_PARTICLES = frozenset("out in on up off forth back at away".split())
_BREAKS_IN = frozenset("cut cuts put puts broke struck burst chimed went".split())
"""What stands before a particle in a tag; "cut" and "put" are not known for past tenses by their form."""
_OTHER = frozenset(("other", "latter", "former"))
_NO_TAG = frozenset("was were is are be been had has have did does do could would should might must will".split())
"""Verbs that tell nothing of who speaks when they stand alone behind a speech."""
_THINGS = frozenset(
    "voice reply answer response comment question cry shout words word thought sound sigh whisper tone remark".split()
)
"""What speaks only by a figure: "came the reply"."""

_IT = frozenset(("it", "that", "this", "such"))
_VOICES = frozenset("voice cry answer reply greeting".split())
"""What belongs to who has just spoken."""
_SINGLES_OUT = frozenset(("that", "which", "who", "he", "she", "i", "they", "we"))
"""What follows a voice that is told apart from other things ("It was Anna’s voice that he missed")."""
_POSSESSIVE = ("’s", "'s", "’", "'")

NamesAt = Mapping[int, tuple[int, int | None]]
"""By first token of a name: the token behind it, and the person, if clear."""


class Reader:
    """Reads the tags and actions of one paragraph. ``names``: its mentions by first token."""

    def __init__(self, analysis: Analysis, names: NamesAt) -> None:
        self.analysis = analysis
        self.names = names
        self.tokens = analysis.tokens
        self.speeches = analysis.speeches()

    def tag(self, number: int) -> Subject | None:
        """The tag of speech ``number`` of the paragraph: behind it, or else before it."""
        return self._tag_after(number) or self._tag_before(number)

    def action(self, number: int) -> Subject | None:
        """The one who acts in the sentence behind the speech, or in the one before it."""
        after = self._narration(self.speeches[number].end, self._next_start(number))
        before = self._narration(self._previous_end(number), self.speeches[number].start)
        return self._actor(after, first=True) or self._actor(before, first=False)

    def _next_start(self, number: int) -> int:
        return self.speeches[number + 1].start if number + 1 < len(self.speeches) else len(self.analysis.text)

    def _previous_end(self, number: int) -> int:
        return self.speeches[number - 1].end if number else 0

    def _narration(self, start: int, end: int) -> range:
        """The tokens between two places."""
        first = self.analysis.token_index(start)
        while first < 0 or (first < len(self.tokens) and self.tokens[first].start < start):
            first += 1
        last = first
        while last < len(self.tokens) and self.tokens[last].end <= end:
            last += 1
        return range(first, last)

    def _tag_after(self, number: int) -> Subject | None:
        span = self._narration(self.speeches[number].end, self._next_start(number))
        index = span.start
        while index < span.stop and not self.tokens[index].is_word:
            if self.tokens[index].text in ".!?":
                return None
            index += 1
        stop = min(span.stop, index + _TAG_LENGTH)
        if index >= stop:
            return None
        return (
            self._inverted(index, stop, number) or self._straight(index, stop, number) or self._voiced(index, stop)
        )

    def _voiced(self, index: int, stop: int) -> Subject | None:
        """"It was Anna’s voice", "It was the gentle voice of Anna": whose voice is known again behind a speech."""
        if self.tokens[index].lower not in _IT or index + 1 >= stop or self.tokens[index + 1].lower != "was":
            return None
        for voice in range(index + 2, min(stop, index + 8)):
            if self.tokens[voice].lower in _VOICES:
                return self._owner(voice, index + 2, stop)
        return None

    def _owner(self, voice: int, first: int, stop: int) -> Subject | None:
        """Whose voice it is: a name before it that owns it, or one behind "of"."""
        follows = self.tokens[voice + 1].lower if voice + 1 < stop else ""
        if follows in _SINGLES_OUT:
            return None
        for index in range(first, min(stop, voice + 7)):
            if index not in self.names:
                continue
            end = self.names[index][0]
            follower = self.tokens[end].text if end < stop else ""
            owns = follower in _POSSESSIVE or self.tokens[end - 1].text.endswith(_POSSESSIVE)
            if owns if index < voice else follows == "of" and not owns:
                return self._bearer(self.tokens[index].start, index)
            return None
        return None

    def _inverted(self, index: int, stop: int, number: int) -> Subject | None:
        """"Said Anna", "quavered Anna", "quietly said Anna", "put in Anna", "was his answer"."""
        if self.tokens[index].tag == "RB" and self.tokens[index].text.islower() and index + 1 < stop:
            index += 1
        token = self.tokens[index]
        if self._says(index):
            return self._subject_at(index + 1, stop) or self._subject_at(index + 2, stop)
        breaks_in = token.lower in _BREAKS_IN
        finite = breaks_in or token.tag in ("VBD", "VBZ")
        if not finite or not token.text.islower() or index + 1 >= stop:
            return None
        follows = self.tokens[index + 1].lower
        if token.lower in ("was", "came", "is") and follows in _OWNED:
            return Subject(token.start, pronoun=_OWNED[follows])
        if index + 1 in self.names:
            return self._subject_at(index + 1, stop)  # no other verb stands so behind a speech
        if follows in _PARTICLES and (
            index + 2 in self.names or breaks_in or self._runs_on_after(number)
        ):
            return self._subject_at(index + 2, stop)
        return None

    def _straight(self, index: int, stop: int, number: int) -> Subject | None:
        """"Anna said"; any verb does where the sentence runs on behind the speech ("“Yes,” Anna smiled")."""
        subject = self._subject_at(index, stop)
        if subject is None or self._verb_follows(index, stop):
            return subject
        if self._runs_on_after(number) and self._acts_follows(index, stop):
            return subject
        return None

    def _runs_on_after(self, number: int) -> bool:
        """Whether the sentence goes on behind a speech: a comma ends it, or a small letter follows."""
        text, end = self.analysis.text, self.speeches[number].end
        if text[max(0, end - 2) : end - 1] == ",":
            return True
        follows = text[end : end + 2]
        return len(follows) == 2 and follows[0] == " " and follows[1].islower() and follows[1] != "i"

    def _acts_follows(self, index: int, stop: int) -> bool:
        """Whether a past or present verb follows a subject at once, over an adverb."""
        end = self.names[index][0] if index in self.names else index + 1
        if index not in self.names and self.tokens[index].lower not in PRONOUNS:
            while end < stop and self.tokens[end].tag[:2] in ("JJ", "NN", "VB") and self.tokens[end].tag != "VBD":
                end += 1
        while end < stop and self.tokens[end].tag == "RB":
            end += 1
        return end < stop and self.tokens[end].tag in ("VBD", "VBZ") and self.tokens[end].lower not in _NO_TAG

    def _verb_follows(self, index: int, stop: int) -> bool:
        """Whether a verb of speech follows a subject, over an adverb, a helper or an insertion between commas."""
        if index in self.names:
            index = self.names[index][0]
        else:
            index += 1
        limit = min(stop, index + _VERB_REACH)
        while index < limit:
            token = self.tokens[index]
            if self._says(index):
                return True
            if token.text in ".!?;:—" or token.text == ",":
                return False
            if token.tag.startswith("VB") and token.lower not in _LIGHT:
                return False
            index += 1
        return False

    def _says(self, index: int) -> bool:
        token = self.tokens[index]
        return token.lower in SAYING and token.tag.startswith(_VERBAL) | (token.tag == "")

    def _subject_at(self, index: int, stop: int) -> Subject | None:
        """A name, a pronoun or a description that begins at a token."""
        if index >= stop:
            return None
        token = self.tokens[index]
        if index in self.names:
            return self._bearer(token.start, index)
        lower = token.lower
        if lower in PRONOUNS:
            return Subject(token.start, pronoun=lower)
        if lower in _NOBODY:
            return Subject(token.start, noun="")
        if lower in _DETERMINERS or token.tag in ("NNP", "NN", "NNS"):
            return self._described(index, stop)
        return None

    def _bearer(self, at: int, index: int) -> Subject:
        """Who bears a name; only the name where that is unclear."""
        person = self.names[index][1]
        if person is None:
            return Subject(at, noun=self.tokens[index].lower, unclear=True)
        return Subject(at, person=person)

    def _described(self, index: int, stop: int) -> Subject | None:
        """"the old man": its head noun; a name in apposition ("his friend Bill") tells who it is."""
        start, noun, place = self.tokens[index].start, "", index
        for place in range(index, min(stop, index + 6)):
            if place in self.names and place > index:
                return self._bearer(start, place)
            token = self.tokens[place]
            if token.lower in _OTHER and not noun and place == index + 1 and not self._goes_with_noun(place, stop):
                return Subject(start, noun="other")
            if token.tag in ("NN", "NNP", "NNS"):
                noun = token.lower if token.lower not in _THINGS else noun
            elif noun or not token.is_word:
                break
        follows = self.tokens[place].lower if place < stop else ""
        apart = self.tokens[index].lower in _ONE_OF_MANY or follows in _TELLS_APART
        return Subject(start, noun=noun, apart=apart) if noun else None

    def _goes_with_noun(self, place: int, stop: int) -> bool:
        return place + 1 < stop and self.tokens[place + 1].tag in ("NN", "NNP", "NNS", "JJ")

    def _tag_before(self, number: int) -> Subject | None:
        """"Anko said, “…": a verb of speech in the clause that leads up to the speech."""
        return self._leading(self._narration(self._previous_end(number), self.speeches[number].start))

    def lead(self) -> Subject | None:
        """Who the paragraph's end says will speak in the next: the subject of a verb of speech, or of the sentence."""
        span = self._narration(self.speeches[-1].end if self.speeches else 0, len(self.analysis.text))
        return self._leading(span) or self._actor(span, first=False)

    def _leading(self, span: range) -> Subject | None:
        if not span or (self.tokens[span.stop - 1].text[-1] not in ",:" and not self._says(span.stop - 1)):
            return None
        for index in range(span.stop - 1, max(span.start, span.stop - 25) - 1, -1):
            if self.tokens[index].text in (".", "!", "?"):
                return None
            if self._says(index):
                subject = self._subject_of(index, span)
                if subject is not None:
                    return subject
        return None

    def _subject_of(self, verb: int, span: range) -> Subject | None:
        """The subject of a verb: by the parse, else the nearest name or pronoun before it in the sentence."""
        verbs = self._joined_verbs(verb)
        for index in range(verb - 1, span.start - 1, -1):
            token = self.tokens[index]
            if token.text in (".", "!", "?"):
                break
            if token.dep == "nsubj" and token.head in verbs:
                return self._named_at(index) or self._subject_at(self._phrase_start(index), verb)
        for index in range(verb - 1, max(span.start, verb - 12) - 1, -1):
            token = self.tokens[index]
            if token.text in (".", "!", "?"):
                break
            if index in self.names or token.lower in ("he", "she", "i", "they"):
                return self._subject_at(index, verb)
        return None

    def _joined_verbs(self, verb: int) -> set[int]:
        """A verb with those before it that share its subject ("He rose, bowed and said")."""
        verbs = {verb}
        while self.tokens[verb].dep == "conj" and self.tokens[verb].head not in verbs:
            verb = self.tokens[verb].head
            verbs.add(verb)
        return verbs

    def _phrase_start(self, index: int) -> int:
        if self.tokens[index].lower in PRONOUNS:
            return index
        while index > 0 and self.tokens[index - 1].tag in ("DT", "JJ", "PRP$", "NN", "NNP", "VBN", "CD"):
            index -= 1
        return index

    def _named_at(self, index: int) -> Subject | None:
        """The name that covers a token."""
        for first in range(index, max(-1, index - 5), -1):
            if first in self.names and self.names[first][0] > index:
                return self._subject_at(first, len(self.tokens))
        return None

    def _actor(self, span: range, first: bool) -> Subject | None:
        """The subject of the first (or last) sentence of a stretch of narration, when it is a person."""
        sentences = _split(self.tokens, span)
        if not sentences:
            return None
        for index in sentences[0] if first else sentences[-1]:
            token = self.tokens[index]
            if index in self.names:
                end = self.names[index][0]
                subject = self.tokens[end - 1].dep in ("nsubj", "nsubjpass") or _verb_at(self.tokens, end)
                if subject:
                    return replace(self._bearer(token.start, index), tagged=False)
            elif token.lower in PRONOUNS and token.dep in ("nsubj", "nsubjpass", ""):
                return Subject(token.start, pronoun=token.lower, tagged=False)
            elif token.dep == "nsubj" and token.tag[:2] == "NN" and is_person(token.lower):
                return Subject(self.tokens[self._phrase_start(index)].start, noun=token.lower, tagged=False)
        return None


_LIGHT = frozenset("had was has is were could would did have be".split())


def _verb_at(tokens: Sequence[Token], index: int) -> bool:
    return index < len(tokens) and tokens[index].tag in ("VBD", "VBZ", "MD")


def _split(tokens: Sequence[Token], span: range) -> list[range]:
    """The sentences of a stretch; marks and quotes around them left out."""
    found: list[range] = []
    first = span.start
    for index in span:
        if tokens[index].text in (".", "!", "?", "…"):
            if any(tokens[each].is_word for each in range(first, index)):
                found.append(range(first, index))
            first = index + 1
    if any(tokens[each].is_word for each in range(first, span.stop)):
        found.append(range(first, span.stop))
    return found


def runs_on(before: Sequence[Stretch], after: Sequence[Stretch]) -> bool:
    """Whether a paragraph's first speech goes on with the last of the paragraph before it, which was not closed."""
    return bool(before) and bool(after) and not before[-1].closed and after[0].start <= 1
