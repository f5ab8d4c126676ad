# SPDX-License-Identifier: GPL-3.0-or-later
"""Mails saved as files."""

from __future__ import annotations

from email.message import EmailMessage

from hypothesis import given
from hypothesis import strategies as st

from redraft.notes.arriving.envelope import opened
from redraft.notes.arriving.mail import read_mail


def mail(text: str = "¶ 3: lost – wirklich\n", html: str = "", attached: bytes = b"") -> bytes:
    message = EmailMessage()
    message["From"], message["Date"], message["Subject"] = "Ann Reader <ann@example.org>", "Sat, 21 Nov 2026 10:00:00 +0100", "Notes"
    message.set_content(text, cte="quoted-printable")
    if html:
        message.set_content(html, subtype="html")
    if attached:
        message.add_attachment(attached, maintype="text", subtype="plain", filename="ann.notes.txt")
    return message.as_bytes()


def test_its_words_and_who_wrote_them_when() -> None:
    found = opened(mail())
    assert found is not None and found.attached == ()
    note = read_mail(found.text, "m", lambda copy, number, quote: None).notes[0]
    assert (note.author, note.created, note.body) == ("Ann Reader", "2026-11-21T09:00:00.000Z", "lost – wirklich")


def test_what_is_attached() -> None:
    found = opened(mail(attached=b"{}"))
    assert found is not None and found.attached == (("ann.notes.txt", b"{}"),)


def test_a_mail_of_markup() -> None:
    found = opened(mail(html="<html><style>p{}</style><p>¶ 3: lost</p><blockquote><p>quoted</p></blockquote><script>x()</script></html>"))
    assert found is not None
    assert "¶ 3: lost" in found.text and "> " in found.text and "x()" not in found.text and "p{}" not in found.text


def test_a_text_is_no_mail() -> None:
    assert opened(b"\xc2\xb6 3: lost\n") is None
    assert opened(b"From: Ann\n\n\xc2\xb6 3: lost\n") is None
    assert opened(b"") is None


@given(st.binary(max_size=200))
def test_any_bytes_are_a_mail_or_not(data: bytes) -> None:
    opened(data)
    opened(b"MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n\n" + data)


def test_a_date_that_is_none_costs_itself_only() -> None:
    strange = mail().replace(b"Sat, 21 Nov 2026 10:00:00 +0100", b"Mon, 06 May 99999999999999999999 07:08:09 +0000")
    found = opened(strange)
    assert found is not None and "lost – wirklich" in found.text and "From: Ann Reader" in found.text
