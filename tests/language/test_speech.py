# SPDX-License-Identifier: GPL-3.0-or-later
"""Speech is found in every English quote style, and apostrophes, titles and inches are left alone."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redraft.language.analysis import Zone
from redraft.language.speech import stretches


def spoken(text: str) -> list[str]:
    return [text[each.start : each.end] for each in stretches(text)[0]]


def nested(text: str) -> list[str]:
    return [text[each.start : each.end] for each in stretches(text)[1]]


@pytest.mark.parametrize(
    ("text", "speeches"),
    [
        ("“Stop!” he said. Then he ran.", ["“Stop!”"]),
        ('"Wait," I said. "I\'m not going."', ['"Wait,"', '"I\'m not going."']),
        ("‘It’s the boys’ hats,’ he said. ‘Goin’ home, are you?’", ["‘It’s the boys’ hats,’", "‘Goin’ home, are you?’"]),
        ("'It's mine,' she said. 'Not yours.'", ["'It's mine,'", "'Not yours.'"]),
        ("‘Well’, he said, ‘I think so.’", ["‘Well’", "‘I think so.’"]),
        ("“It’ll be our”—she leaned—“secret.”", ["“It’ll be our”", "“secret.”"]),
        ("‘Look,’ he said – ‘it’s ’ere.’ – and left.", ["‘Look,’", "‘it’s ’ere.’"]),
        ("‘You’re ‘avin’ a laugh,’ said Bob.", ["‘You’re ‘avin’ a laugh,’"]),
        ("He said: “No.” “Yes!”", ["“No.”", "“Yes!”"]),
        ('"I am 24" he said.', ['"I am 24"']),
        ("”Wrong way,“ he said.", ["”Wrong way,“"]),
    ],
)
def test_speech_is_found(text: str, speeches: list[str]) -> None:
    assert spoken(text) == speeches


@pytest.mark.parametrize(
    "text",
    [
        "’Tis odd, but ’em ’90s were good to the boys’ club.",
        "'Tis odd, but the boys' club and the girls' club met.",
        "She was 5'10\" and carried a 12\" ruler.",
        "He had read “Macbeth” twice, and the “Colonel” smiled.",
        "He called him ‘the Boss’ and laughed.",
        "They played rock 'n' roll in the '60s.",
        "",
        "”",
    ],
)
def test_what_is_no_speech(text: str) -> None:
    assert spoken(text) == []


@pytest.mark.parametrize(
    ("text", "outer", "inner"),
    [
        ("‘He told me “Go away” and left,’ she said.", ["‘He told me “Go away” and left,’"], ["“Go away”"]),
        ("“He told me ‘Go away’ and left,” she said.", ["“He told me ‘Go away’ and left,”"], ["‘Go away’"]),
        ("\"It's 'cause he's goin' home,\" she said.", ["\"It's 'cause he's goin' home,\""], []),
    ],
)
def test_quotations_inside_speech(text: str, outer: list[str], inner: list[str]) -> None:
    assert (spoken(text), nested(text)) == (outer, inner)


def test_speech_that_runs_on_is_open_at_the_end() -> None:
    (speech,), _ = stretches("“This runs on.")
    assert (speech.opened, speech.closed, speech.end) == (True, False, 14)
    (british,), _ = stretches("‘This runs on.")
    assert (british.opened, british.closed) == (True, False)
    (_, second), _ = stretches("‘Well,’ he said. ‘This runs on.")
    assert (second.opened, second.closed) == (True, False)


def test_a_forgotten_closing_mark_ends_at_the_next_opening_one() -> None:
    text = '"Hello, he said. "Go."'
    assert spoken(text) == ['"Hello, he said.', '"Go."']
    assert [each.closed for each in stretches(text)[0]] == [False, True]


def test_a_forgotten_opening_mark_reaches_back_to_the_start() -> None:
    (speech,), _ = stretches("Hello,” he said.")
    assert (speech.start, speech.end, speech.opened) == (0, 7, False)


@given(st.text(alphabet="ab ,.!?'\"“”‘’—…Ithe", max_size=60))
def test_stretches_are_ordered_and_inside_the_text(text: str) -> None:
    outer, inner = stretches(text)
    for before, after in pairwise(outer):
        assert before.end <= after.start
    for each in (*outer, *inner):
        assert 0 <= each.start < each.end <= len(text)
        assert each.zone is Zone.SPEECH


@pytest.mark.parametrize(
    ("text", "spoken"),
    [
        ("Come in,’ he said.", ["Come in,’"]),
        ("‘Yes,’ he said. Come in.’", ["‘Yes,’", "Come in.’"]),
        ("“Yes,” said Mrs. Reed, come in.”", ["“Yes,”", "come in.”"]),
        ("He turned and said, Come in.”", ["Come in.”"]),
        ("‘Yes, he said. ‘Come in.’", ["‘Yes, he said.", "‘Come in.’"]),
        ("‘D’you know him?’ he said.", ["‘D’you know him?’"]),
        ("‘N—no. Get ‘em,’ he said.", ["‘N—no. Get ‘em,’"]),
    ],
)
def test_a_forgotten_mark_costs_only_its_own_speech(text: str, spoken: list[str]) -> None:
    assert [text[each.start : each.end] for each in stretches(text)[0]] == spoken
