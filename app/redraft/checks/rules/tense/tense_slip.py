# SPDX-License-Identifier: GPL-3.0-or-later
"""What it finds: a verb of the telling in another tense than the scene: She opened the door and walks in.

Why a reader minds: the tense tells when things happen; a slip moves one of them out of the story.

When to leave it: in what somebody says or thinks, in what is always true (the sun rises), and where a story told in
the present looks back.

Example: She opened the door and walks in. → She opened the door and walked in.
"""

from __future__ import annotations

from collections.abc import Iterator

from redraft.checks.check import Fires, Found, Quiet, check
from redraft.checks.rules.tense.cure import cured
from redraft.checks.rules.tense.exempt import doubtful, exempt, shifted
from redraft.checks.rules.tense.judge import BARS, clear, heard, odds, voice
from redraft.checks.rules.tense.signs import signs
from redraft.checks.rules.tense.verbs import PAST, PRESENT, telling
from redraft.checks.story import Passage

_STRANGE = {PAST: frozenset(("VBZ", "VBP", "MD", "NNS")), PRESENT: frozenset(("VBD", "VBN", "MD"))}


@check(
    id="tense-slip",
    name="Slip of tense",
    category="tense",
    weight=0.72,
    sure=True,
    sentence_bound=True,
    examples=(
        Fires("She opened the door and ⟦walks⟧ in.", "walked"),
        Fires("He turned round. The boy ⟦grabs⟧ the lamp. She stepped back.", "grabbed", mark="$PAST"),
        Fires("“Go away,” she ⟦says⟧ and turned to the wall.", "said", mark="$PAST"),
        Fires("She opens the door and ⟦walked⟧ in.", "walks", tense="present"),
        Fires("He stops at the door and ⟦looked⟧ at her. She nods.", "looks", tense="present"),
        Fires("She closed the window and ⟦sits⟧ down beside him.", "sat"),
        Quiet("She opened the door and walked in."),
        Quiet("The commander spit out a tooth and held his hand to his mouth."),
        Quiet("“She opened the door and walks in,” he said."),
        Quiet("He knew that the sun rises in the east."),
        Quiet("She opens the door and walks in.", tense="present"),
        Quiet("He watched them leave and heard her laugh."),
        Quiet("Where do I go now? I guess not. Will anyone even notice?"),
        Quiet("Everyone knows that you never leave a friend."),
        Quiet("He had to put the coat down, and they set out."),
        Quiet("The house stands on a hill."),
        Quiet("They took only a few of the rubies and sapphires the next morning."),
        Quiet("Anko had broken into a sprint for the main gate, tears beginning to form in her eyes."),
        Quiet("She reads the letter that he wrote last winter.", tense="present"),
        Quiet("I think he was ill. I do not know why he came, but he came.", person="first"),
        Quiet("Will ran to the gate.", names=("Will",)),
    ),
)
def tense_slip(passage: Passage) -> Iterator[Found]:
    """Finite verbs of the narration against the scene's tense, weighed by their signs."""
    base = passage.scene.tense
    if base not in (PAST, PRESENT) or passage.scene.front_matter or passage.kind != "body":
        return
    tokens = passage.analysis.tokens
    probabilities = heard(passage, base)
    judged = clear(probabilities)
    if not judged and not any(each.tag in _STRANGE[base] for each in tokens):
        return
    verbs = telling(passage.analysis, judged if base == PAST else ())
    if shifted(verbs, base):
        return
    needed = BARS[base]
    for place, verb in enumerate(verbs):
        token = tokens[verb.index]
        if verb.tense == base or token.text in passage.story.names or exempt(passage, verbs, verb, base):
            continue
        if verb.index not in judged and doubtful(passage, verbs, verb, base):
            continue
        found = signs(passage, verbs, place, base).union(voice(token, probabilities.get(verb.index, 0.0)))
        if odds(found, base) < needed:
            continue
        new = cured(tokens, verb, base, passage.text)
        if new is not None:
            message = f"The scene is told in the {base}; “{token.text}” is in the {verb.tense}."
            yield Found(token.start, token.end, message, (new,), judge="tagger" if verb.index in judged else "")
