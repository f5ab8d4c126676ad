# SPDX-License-Identifier: GPL-3.0-or-later
"""LibreOffice driven from outside: opens documents, accepts or rejects their tracked changes, tells their paragraphs.

Run by the Python that has the ``uno`` module. Each line of standard input is a JSON list: a file, and what to do with
its tracked changes ("accept", "reject", "accept each", "reject each" or "keep"). The answer is a line of JSON: the
paragraphs of the body, those of frames and text boxes, and the words of the error where the file cannot be opened.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import uno  # type: ignore[import-not-found]
from com.sun.star.beans import PropertyValue  # type: ignore[import-not-found]

_COMMANDS = {
    "accept": ".uno:AcceptAllTrackedChanges", "reject": ".uno:RejectAllTrackedChanges",
    "accept each": ".uno:AcceptTrackedChange", "reject each": ".uno:RejectTrackedChange",
}  # fmt: skip
_MOST_CHANGES = 5000
_PARAGRAPH, _TABLE = "com.sun.star.text.Paragraph", "com.sun.star.text.TextTable"


def _property(name: str, value: object) -> PropertyValue:
    made = PropertyValue()
    made.Name, made.Value = name, value
    return made


def _connected(pipe: str) -> object:
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(240):
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except Exception:
            time.sleep(0.25)
    raise SystemExit("LibreOffice did not answer")


def _paragraphs(text: object, noted: bool) -> list[str]:
    """The paragraphs of a text. ``noted``: the document has notes, whose figures are left out."""
    found: list[str] = []
    walk = text.createEnumeration()  # type: ignore[attr-defined]
    while walk.hasMoreElements():
        each = walk.nextElement()
        if each.supportsService(_PARAGRAPH):
            found.append(_without_figures(each) if noted else each.getString())
        elif each.supportsService(_TABLE):
            for name in each.getCellNames():
                found += _paragraphs(each.getCellByName(name), noted)
    return found


def _without_figures(paragraph: object) -> str:
    """A paragraph's text without the figures of its foot- and endnotes."""
    parts: list[str] = []
    walk = paragraph.createEnumeration()  # type: ignore[attr-defined]
    while walk.hasMoreElements():
        each = walk.nextElement()
        if each.TextPortionType != "Footnote":
            parts.append(each.getString())
    return "".join(parts)


def _boxes(document: object, noted: bool) -> list[str]:
    """The paragraphs of frames, and of shapes that hold text."""
    found: list[str] = []
    frames = document.TextFrames  # type: ignore[attr-defined]
    for name in frames.ElementNames:
        found += _paragraphs(frames.getByName(name), noted)
    page = document.DrawPage  # type: ignore[attr-defined]
    for at in range(page.Count):
        shape = page.getByIndex(at)
        if not shape.supportsService("com.sun.star.text.TextFrame") and hasattr(shape, "getString"):
            found += shape.getString().split("\n")
    return found


def read(context: object, path: str, deed: str) -> dict[str, object]:
    """What LibreOffice shows of a file after ``deed``."""
    services = context.ServiceManager  # type: ignore[attr-defined]
    desktop = services.createInstanceWithContext("com.sun.star.frame.Desktop", context)
    options = (_property("Hidden", True), _property("MacroExecutionMode", 0), _property("UpdateDocMode", 0))
    document = desktop.loadComponentFromURL(Path(path).resolve().as_uri(), "_blank", 0, options)
    if document is None:
        return {"error": "it was not opened"}
    try:
        if not hasattr(document, "Text"):
            return {"error": "it is not a text document"}
        if deed in _COMMANDS:
            _settle(document, services.createInstanceWithContext("com.sun.star.frame.DispatchHelper", context), deed)
        noted = document.Footnotes.Count + document.Endnotes.Count > 0
        return {"paragraphs": _paragraphs(document.Text, noted), "boxes": _boxes(document, noted)}
    finally:
        document.close(True)


def _settle(document: object, dispatcher: object, deed: str) -> None:
    """Accept or reject all changes, at once or one after the other from the start."""
    controller = document.CurrentController  # type: ignore[attr-defined]
    changes = document.Redlines  # type: ignore[attr-defined]
    one_by_one = deed.endswith("each")
    for _ in range(_MOST_CHANGES if one_by_one else 1):
        if one_by_one and not changes.hasElements():
            break
        controller.ViewCursor.gotoStart(False)
        for command in ([".uno:NextTrackedChange"] if one_by_one else []) + [_COMMANDS[deed]]:
            dispatcher.executeDispatch(controller.Frame, command, "", 0, ())  # type: ignore[attr-defined]


def _is_gone(context: object) -> bool:
    """Whether LibreOffice crashed."""
    try:
        return context.ServiceManager is None  # type: ignore[attr-defined]
    except Exception:
        return True


def main() -> None:
    """Answer line by line until input ends."""
    pipe = f"redraft{time.time_ns()}"
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as home:
        office = subprocess.Popen(
            ["soffice", "--headless", "--norestore", "--nologo", f"-env:UserInstallation={Path(home).as_uri()}",
             f"--accept=pipe,name={pipe};urp;"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        try:
            context = _connected(pipe)
            for line in sys.stdin:
                path, deed = json.loads(line)
                try:
                    answer = read(context, path, deed)
                except Exception as error:
                    answer = {"error": f"{type(error).__name__}: {error}"}
                    if _is_gone(context):
                        return
                print(json.dumps(answer), flush=True)
        finally:
            office.terminate()
            office.wait(30)


if __name__ == "__main__":
    main()
