# SPDX-License-Identifier: GPL-3.0-or-later
"""Somebody is spoken to, or not: hard cases of the rules on address, openings and tag questions."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from redraft.checks.check import Found

Say = Callable[..., list[Found]]
NAMES = ("Anko", "Tom", "Anna", "London", "Reed", "Will")


@pytest.mark.parametrize(
    ("id", "wrong", "right"),
    [
        ("direct-address", "“Come on Tom.”", "“Come on, Tom.”"),
        ("direct-address", "“Hey Anna, wait.”", "“Hey, Anna, wait.”"),
        ("direct-address", "“Thanks mom!”", "“Thanks, mom!”"),
        ("direct-address", "“You’re late Tom.”", "“You’re late, Tom.”"),
        ("direct-address", "“I ain’t dumb Tom,” he said.", "“I ain’t dumb, Tom,” he said."),
        ("direct-address", "“How are you Tom?”", "“How are you, Tom?”"),
        ("direct-address", "“Is that you Tom?”", "“Is that you, Tom?”"),
        ("direct-address", "“What was his condition Mrs. Reed?”", "“What was his condition, Mrs. Reed?”"),
        ("direct-address", "“Tom what are you doing?”", "“Tom, what are you doing?”"),
        ("direct-address", "“Oh Tom I’m so sorry.”", "“Oh Tom, I’m so sorry.”"),
        ("direct-address", "‘Do you know darling,’ she said.", "‘Do you know, darling,’ she said."),
        ("opening-word", "“Yeah I know.”", "“Yeah, I know.”"),
        ("opening-word", "\"Well it's late.\"", "\"Well, it's late.\""),
        ("tag-question", "“He didn’t come did he?”", "“He didn’t come, did he?”"),
        ("tag-question", "“Just stay here won’t you?”", "“Just stay here, won’t you?”"),
    ],
)
def test_the_comma_is_set(say: Say, id: str, wrong: str, right: str) -> None:
    (found,) = say(id, wrong, names=NAMES)
    assert wrong[: found.start] + found.suggestions[0] + wrong[found.end :] == right
    assert say(id, right, names=NAMES) == []


@pytest.mark.parametrize(
    ("id", "text"),
    [
        ("direct-address", "“He lives in London.”"),
        ("direct-address", "“They’re all over London.”"),
        ("direct-address", "“Is anybody keeping Tom?”"),
        ("direct-address", "“What is this Anko?”"),
        ("direct-address", "“Sit down, you guys.”"),
        ("direct-address", "“He’s a decent old chap.”"),
        ("direct-address", "“Will you come?”"),
        ("direct-address", "“If you see Mr. Reed you should tell him.”"),
        ("direct-address", "“Tell me Tom is safe.”"),
        ("direct-address", "“That’s my friend Tom.”"),
        ("direct-address", "“My name is now Tom.”"),
        ("opening-word", "“Well, well.”"),
        ("opening-word", "“No, I won’t.”"),
        ("opening-word", "“Yes man,” they called him."),
        ("tag-question", "“Why don’t you?”"),
        ("tag-question", "“Do you know why he can’t?”"),
        ("tag-question", "“I asked him what isn’t it?”"),
    ],
)
def test_nobody_is_called(say: Say, id: str, text: str) -> None:
    assert say(id, text, names=NAMES) == []


def test_an_author_who_never_sets_the_pause_has_chosen_so(say: Say) -> None:
    many = " ".join(["“Well I think so.” He nodded."] * 20)
    assert say("opening-word", many) == [] and say("direct-address", many + " “Thanks Tom.”", names=NAMES) == []
