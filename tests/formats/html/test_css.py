# SPDX-License-Identifier: GPL-3.0-or-later
"""Declarations and sheets."""

from __future__ import annotations

from redraft.formats.html.css import Sheet, Style, applied


def test_declarations_set_and_end_looks() -> None:
    style = applied(Style(), "FONT-STYLE: Italic !important; font-weight:600; text-decoration: underline line-through; junk")
    assert style == Style(italic=True, bold=True, underline=True, strike=True)
    assert applied(style, "font-style:normal;font-weight:400;text-decoration:none") == Style()


def test_the_more_special_rule_comes_last() -> None:
    sheet = Sheet("p{a:1} .c{b:2} p.c{c:3} p > em {d:4} div p{e:5} a:hover{f:6} p.c.d{g:7}")
    assert sheet.of("p", "c other") == "a:1;b:2;c:3"
    assert sheet.of("em", "") == sheet.of("a", "") == ""
    assert not Sheet("no rules { here")
