# SPDX-License-Identifier: GPL-3.0-or-later
"""Hard cases of the rules on speech; the plain ones are the rules' own examples."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from redraft.checks.check import Found

Say = Callable[..., list[Found]]


def fixed(text: str, found: Found) -> str:
    return text[: found.start] + found.suggestions[0] + text[found.end :]


@pytest.mark.parametrize(
    ("id", "wrong", "right"),
    [
        ("dialogue-stop-before-tag", "‘It is late.’ She said, rising.", "‘It is late,’ she said, rising."),
        ("dialogue-stop-before-tag", "'It is late.' She said, rising.", "'It is late,' she said, rising."),
        ("dialogue-stop-before-tag", "“It’s late.” Mitarashi Anko said.", "“It’s late,” Mitarashi Anko said."),
        ("dialogue-stop-before-tag", "“It’s late.” I said quietly.", "“It’s late,” I said quietly."),
        ("dialogue-stop-before-tag", "“It’s late.” He asked her.", "“It’s late?” he asked her."),
        ("dialogue-stop-before-tag", "“It’s late.” He says.", "“It’s late,” he says."),
        ("dialogue-capital-tag", "“Is it late?” The old man asked.", "“Is it late?” the old man asked."),
        ("dialogue-capital-tag", "“It’s late—” She said.", "“It’s late—” she said."),
        ("dialogue-capital-tag", "“It is late,” She said, rising.", "“It is late,” she said, rising."),
        ("dialogue-missing-comma", "“It is late” he said.", "“It is late,” he said."),
        ("dialogue-missing-comma", "“It is late”, said Tom.", "“It is late,” said Tom."),
        ("dialogue-missing-comma", "“It is late” Anko said.", "“It is late,” Anko said."),
        ("dialogue-action-tag", "“It is late,” she frowned. “Go.”", "“It is late.” She frowned. “Go.”"),
        ("dialogue-small-letter", "“It is late!” she turned away.", "“It is late!” She turned away."),
        ("dialogue-new-sentence", "“Well,” she said, “What now?”", "“Well,” she said. “What now?”"),
        ("dialogue-action-before-speech", "She nodded, “It is late.”", "She nodded. “It is late.”"),
        ("dialogue-end-mark", "“It is very late” She rose.", "“It is very late.” She rose."),
        ("dialogue-question-mark", "“What are you doing.”", "“What are you doing?”"),
        ("dialogue-unclosed", "“It is late, he said.", "“It is late,” he said."),
        ("turned-quote", "She said, ”It is late.”", "She said, “It is late.”"),
        ("doubled-quote", "““It is late,” he said.", "“It is late,” he said."),
        ("dialogue-missing-space", "“It is late.”She rose.", "“It is late.” She rose."),
        ("dialogue-speech-capital", "He rose and said, “it is late.”", "He rose and said, “It is late.”"),
        ("tag-question", "“You know him don’t you?”", "“You know him, don’t you?”"),
    ],
)
def test_the_fix_makes_it_right_and_the_right_is_left_alone(say: Say, id: str, wrong: str, right: str) -> None:
    (found,) = say(id, wrong, names=("Anko", "Mitarashi", "Tom"))
    assert fixed(wrong, found) == right
    assert [each for each in say(id, right, names=("Anko", "Mitarashi", "Tom")) if not each.unsure] == []


@pytest.mark.parametrize(
    ("id", "text"),
    [
        ("dialogue-stop-before-tag", "“It is late.” She said goodbye and left."),
        ("dialogue-stop-before-tag", "“It is late.” He repeated the words."),
        ("dialogue-stop-before-tag", "“It is late.” He called the dog."),
        ("dialogue-stop-before-tag", "“It is late.” He said: “Go.”"),
        ("dialogue-stop-before-tag", "He came at “10 p.m.” he said."),
        ("dialogue-capital-tag", "“Is it late?” Mother asked."),
        ("dialogue-capital-tag", "“Is it late?” He answered the door."),
        ("dialogue-capital-tag", "“The wine!” The boy’s heart leapt."),
        ("dialogue-missing-comma", "He liked the word “late” she said so often."),
        ("dialogue-action-tag", "“It is,” he paused, “very late.”"),
        ("dialogue-action-tag", "“It is,” he leaned forward, “I think, late.”"),
        ("dialogue-action-tag", "“It is late,” she sighed."),
        ("dialogue-small-letter", "“Late?” she laughed."),
        ("dialogue-new-sentence", "“Yes,” he said, “Kakashi knows.”"),
        ("dialogue-new-sentence", "“Yes.” Then he said quickly, “Let me see.”"),
        ("dialogue-action-before-speech", "She read the sign over the door, “Keep out.”"),
        ("dialogue-action-before-speech", "She nodded, whispering, “It is late.”"),
        ("dialogue-end-mark", "They called it “The Long Night” Everyone knew it."),
        ("dialogue-end-mark", "“It is late,” he said, “and dark”—he rose—“and cold.”"),
        ("dialogue-question-mark", "“So do I, Helen.”"),
        ("dialogue-question-mark", "“Whatever you do.”"),
        ("dialogue-question-mark", "“Do be quiet.”"),
        ("direct-address", "“I know Lucy.”"),
        ("direct-address", "“Are you Mr. Grimethorpe?”"),
        ("direct-address", "“Here it is,” he said."),
        ("tag-question", "“Why don’t you?”"),
        ("dialogue-speech-capital", "“I think,” he said, “that it is late.”"),
        ("dialogue-speech-capital", "She was, he said, “not at home.”"),
        ("turned-quote", "“It’ll be our”—she leaned—“secret.”"),
    ],
)
def test_it_leaves_alone_what_may_stand(say: Say, id: str, text: str) -> None:
    assert [each for each in say(id, text, names=("Kakashi", "Lucy", "Grimethorpe")) if not each.unsure] == []


_TALE = " ".join(["It was late when we came to the gate, and nobody was there to let us in."] * 4)


def test_a_long_speech_may_stay_open_when_the_next_paragraph_goes_on(say: Say) -> None:
    assert say("dialogue-unclosed", f"“{_TALE}", after=f"“{_TALE}”") == []
    assert say("dialogue-unclosed", "“It was late.", after="“Nobody was there.", before="“We came to the gate.") == []
    assert len(say("dialogue-unclosed", f"“{_TALE}", after="Nobody was there.")) == 1


@pytest.mark.parametrize("after", ["“I see,” said Tom.", "“Why?”"])
def test_a_turn_that_another_answers_is_closed(say: Say, after: str) -> None:
    (found,) = say("dialogue-unclosed", "“It was late when we came to the gate.", after=after)
    assert found.suggestions == ("gate.”",)


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("“It is late, the old man said.", "“It is late,” the old man said."),
        ("“It is late, said Tom. “Come in.”", "“It is late,” said Tom. “Come in.”"),
        ("\"Is it late? she asked.", "\"Is it late?\" she asked."),
        ("‘It is late, he said.", "‘It is late,’ he said."),
        ("“Don’t go. She took his hand and held it. “Please.”", "“Don’t go.” She took his hand and held it. “Please.”"),
    ],
)
def test_an_open_speech_is_closed_before_its_tag_or_the_telling(say: Say, wrong: str, right: str) -> None:
    (found,) = say("dialogue-unclosed", wrong, names=("Tom",))
    assert fixed(wrong, found) == right


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("It is late,” she said.", "“It is late,” she said."),
        ("He rose. It is late,” he said.", "He rose. “It is late,” he said."),
        ("“Yes,” said Tom, I will come.”", "“Yes,” said Tom, “I will come.”"),
        ("“Yes,” said Mrs. Reed. It is late.”", "“Yes,” said Mrs. Reed. “It is late.”"),
        ("It is late,\" she said.", "\"It is late,\" she said."),
        ("“Yes.” He turned and said, It is late.”", "“Yes.” He turned and said, “It is late.”"),
    ],
)
def test_a_speech_without_its_opening_mark_is_opened(say: Say, wrong: str, right: str) -> None:
    (found,) = say("dialogue-unopened", wrong)
    assert fixed(wrong, found) == right
    assert say("dialogue-unopened", right) == []


def test_a_speech_that_breaks_off_may_go_on_small(say: Say) -> None:
    assert say("dialogue-speech-capital", "“and then he left.”", before="“He rose—”") == []
    assert len(say("dialogue-speech-capital", "“and then he left.”", before="“He rose.”")) == 1


@pytest.mark.parametrize(
    ("id", "wrong", "right"),
    [
        ("dialogue-lead-in", "He said “Come in, please.”", "He said, “Come in, please.”"),
        ("dialogue-lead-in", "She looked up and asked. “Who is it?”", "She looked up and asked, “Who is it?”"),
        ("quote-space", "“ Come in.”", "“Come in.”"),
        ("doubled-quote", "‘‘Come in.’", "‘Come in.’"),
        ("dialogue-speech-capital", "“Yes,” he said. “and now go.”", "“Yes,” he said, “and now go.”"),
        ("dialogue-speech-capital", "“Yes,” he said. “we must go.”", "“Yes,” he said. “We must go.”"),
        ("dialogue-stop-before-tag", "“Where are you going.” He asked.", "“Where are you going?” he asked."),
        ("dialogue-stop-before-tag", "“It’s late,.” he said.", "“It’s late,” he said."),
        ("dialogue-stop-before-tag", "“Stop.” I shout.", "“Stop,” I shout."),
        ("dialogue-missing-comma", "“Are you mad?”, she asked.", "“Are you mad?” she asked."),
        ("dialogue-action-tag", "“It is late,” he wandered off.", "“It is late.” He wandered off."),
        ("dialogue-small-letter", "“It is late.” his hands shook.", "“It is late.” His hands shook."),
        ("its", "The ship altered it’s course.", "The ship altered its course."),
        ("its", "“I know its too late.”", "“I know it’s too late.”"),
        ("possessive-apostrophe", "They heard a mans voice.", "They heard a man’s voice."),
        ("possessive-apostrophe", "It was Toms old coat.", "It was Tom’s old coat."),
        ("contraction", "“Im sure,” he said.", "“I’m sure,” he said."),
        ("plural-apostrophe", "Those lady’s were kind.", "Those ladies were kind."),
    ],
)
def test_more_of_what_hurried_writers_do(say: Say, id: str, wrong: str, right: str) -> None:
    (found,) = say(id, wrong, names=("Tom",))
    assert fixed(wrong, found) == right
    assert say(id, right, names=("Tom",)) == []


@pytest.mark.parametrize(
    ("id", "roughness", "marks"),
    [("dialogue-action-tag", 0.2, 0), ("dialogue-action-tag", 5.0, 1)],
)
def test_a_smile_may_tag_a_speech_in_an_edited_book(say: Say, id: str, roughness: float, marks: int) -> None:
    assert len(say(id, "“It is late,” she smiled.", roughness=roughness)) == marks


def test_contractions_left_bare_throughout_are_a_manner(say: Say) -> None:
    assert say("contraction", "“I dont know.” " * 25) == []
    assert len(say("contraction", "“I dont know. I don’t, I don’t.” " * 2)) == 2
