# SPDX-License-Identifier: GPL-3.0-or-later
"""The options' data are whole, and said in an author's words."""

from __future__ import annotations

import pytest

from redraft.settings.options import Option, options


@pytest.mark.parametrize("option", options().values(), ids=lambda each: each.name)
def test_every_option_is_whole(option: Option) -> None:
    assert option.kind in ("choice", "flag", "number", "names", "text")
    assert option.accepts(option.default)
    assert not option.label or (option.group and option.help.endswith("."))
    assert (option.kind == "choice") == bool(option.choices)


def test_the_options_that_others_rely_on_are_there() -> None:
    assert {
        "theme", "zoom", "paragraph-style", "smart-quotes", "hints", "harper", "languagetool", "rules-off", "variety",
        "recent-limit", "page-width", "panels",
    } <= set(options())  # fmt: skip
    assert options()["languagetool"].default is False and options()["harper"].default is True


@pytest.mark.parametrize(
    ("name", "value"), [("theme", "pink"), ("zoom", 49), ("zoom", 401), ("zoom", True), ("zoom", "100"), ("hints", 1), ("rules-off", "x"), ("panels", 3)]
)
def test_what_an_option_cannot_have(name: str, value: object) -> None:
    assert not options()[name].accepts(value)
