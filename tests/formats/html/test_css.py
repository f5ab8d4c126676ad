# SPDX-License-Identifier: GPL-3.0-or-later
"""Declarations and sheets."""

from __future__ import annotations

from redraft.formats.html.css import Sheet, Style, applied


def test_declarations_set_and_end_looks() -> None:
    style = applied(Style(), "FONT-STYLE: Italic !important; font-weight:600; text-decoration: underline line-through; junk")
    assert style == Style(italic=True, bold=True, underline=True, strike=True)
    assert applied(style, "font-style:normal;font-weight:400;text-decoration:none") == Style()


def test_the_more_special_rule_comes_last() -> None:
    sheet = Sheet("p{display:1} .c{white-space:2} p.c{text-align:3} p > em {display:4} div p{display:5} a:hover{display:6} p.c.d{display:7}")
    assert sheet.of("p", "c other") == "display:1;white-space:2;text-align:3"
    assert sheet.of("em", "") == sheet.of("a", "") == ""
    assert Sheet("p.c{display:1} p{display:2; color:red}").of("p", "c") == "display:1"
    assert not Sheet("no rules { here")


def test_rules_inside_of_others_and_comments() -> None:
    sheet = Sheet("/* p{display:0} */ @media print { p {display:1} b{display:2} } i{display:3} /* b{display:4}")
    assert [sheet.of(each, "") for each in "pbi"] == ["display:1", "display:2", "display:3"]


def test_what_has_no_end_is_passed_over_once() -> None:
    """Each of these took minutes or more when it was looked at from every place anew."""
    assert not Sheet("a " * 200_000)
    assert not Sheet("/*" * 200_000)
    sheet = Sheet("".join(f"p{{x{each}:1}}" for each in range(20_000)))
    assert [sheet.of("p", "") for _ in range(20_000)][-1] == ""
