# SPDX-License-Identifier: GPL-3.0-or-later
"""Why a file cannot be opened: one class a reason, each with its own sentence."""

from __future__ import annotations

from redraft.errors import RedraftError


class FormatError(RedraftError):
    """A file or folder that cannot be opened as a manuscript. Nothing was changed."""


class NotText(FormatError):
    """The bytes are no text at all."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"“{name}” is not a text: it holds bytes that no text has. It was left as it is. "
            "If it is a manuscript of another program, save it there as .txt or .md."
        )


class HoldsNul(FormatError):
    """A text with NUL bytes in its midst, as a crash or a broken disk leaves them."""

    def __init__(self, name: str, count: int) -> None:
        places = "a NUL byte" if count == 1 else f"{count:,} NUL bytes"
        super().__init__(
            f"“{name}” has {places} among its words, so it is damaged or not a text. It was left as it is. "
            "Open a backup of it, or a copy from which they are removed."
        )


class OtherKind(FormatError):
    """A file of a kind that is not read. ``kind`` is its name for the author, with its article."""

    def __init__(self, name: str, kind: str) -> None:
        super().__init__(
            f"“{name}” is {kind}; this kind cannot be opened yet. It was left as it is. "
            "Save it as .docx, .odt, .txt or .md and open that."
        )


class OnlyRead(FormatError):
    """A new file in a format in which none is made, only changed. ``form`` is its name, as the ending says it."""

    def __init__(self, name: str, form: str) -> None:
        super().__init__(
            f"“{name}” was not saved: Redraft changes .{form} files and makes no new ones. "
            "Your text is here; choose Save As and .docx or .odt."
        )


class NoTexts(FormatError):
    """A folder in which no text lies."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"The folder “{name}” has no texts in it that Redraft reads (.docx, .odt, .rtf, .html, .epub, .md, .txt). "
            "Choose the folder that holds the chapters."
        )


class NoPermission(FormatError):
    """The operating system does not let us read it."""

    def __init__(self, name: str) -> None:
        super().__init__(f"“{name}” may not be read: you lack the permission. Ask its owner, or open a copy.")


class Vanished(FormatError):
    """There is no such file (any more)."""

    def __init__(self, name: str) -> None:
        super().__init__(f"“{name}” is not there. It may have been moved or renamed; look for it and open it again.")


class NotReadable(FormatError):
    """The disk or the network failed; ``reason`` is the system's own word."""

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(f"“{name}” could not be read ({reason}). Nothing was changed; try again or open a copy.")


class Broken(FormatError):
    """A file that is damaged, or not whole. ``reason`` says where ("its XML is not whole")."""

    def __init__(self, name: str, reason: str = "it was cut short or overwritten") -> None:
        super().__init__(
            f"“{name}” is damaged: {reason}. It was left as it is. Open a backup of it, or let the program that "
            "made it repair it."
        )


class Protected(FormatError):
    """A file behind a password."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"“{name}” is protected by a password, so Redraft cannot read it. Save a copy without the password in "
            "the program that made it, and open that."
        )


class RightsManaged(FormatError):
    """A book under digital rights management."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"“{name}” is locked by digital rights management (DRM), so Redraft cannot read it. "
            "Open the manuscript that the book was made from."
        )


class Unsafe(FormatError):
    """A file built so as to harm who opens it, or one that looks like it. ``reason`` says by what."""

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(
            f"“{name}” was not opened, because it could harm this computer: {reason}. It was left as it is. "
            "If you know where it comes from, save it anew in the program that made it."
        )
