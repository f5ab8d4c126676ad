# SPDX-License-Identifier: GPL-3.0-or-later
"""LibreOffice driven from outside: opens a document, accepts or rejects its tracked changes, tells its paragraphs.

Run by the Python that has the ``uno`` module: ``office_client.py FILE…`` prints for each file a line of JSON with the
paragraphs as they stand, with all changes accepted, and with all changes rejected.
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


def hidden() -> PropertyValue:
    value = PropertyValue()
    value.Name, value.Value = "Hidden", True
    return value


def connected(pipe: str) -> object:
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(120):
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except Exception:
            time.sleep(0.5)
    raise SystemExit("LibreOffice did not answer")


def paragraphs(text: object) -> list[str]:
    found: list[str] = []
    walk = text.createEnumeration()  # type: ignore[attr-defined]
    while walk.hasMoreElements():
        each = walk.nextElement()
        if each.supportsService("com.sun.star.text.Paragraph"):
            found.append(each.getString())
        elif each.supportsService("com.sun.star.text.TextTable"):
            for name in each.getCellNames():
                found += paragraphs(each.getCellByName(name))
    return found


def read(context: object, path: Path, command: str) -> list[str]:
    services = context.ServiceManager  # type: ignore[attr-defined]
    desktop = services.createInstanceWithContext("com.sun.star.frame.Desktop", context)
    document = desktop.loadComponentFromURL(path.resolve().as_uri(), "_blank", 0, (hidden(),))
    if command:
        dispatcher = services.createInstanceWithContext("com.sun.star.frame.DispatchHelper", context)
        dispatcher.executeDispatch(document.CurrentController.Frame, f".uno:{command}", "", 0, ())
    found = paragraphs(document.Text)
    document.close(True)
    return found


def main(files: list[str]) -> None:
    pipe = f"redraft{time.time_ns()}"
    with tempfile.TemporaryDirectory() as home:
        office = subprocess.Popen([
            "soffice", "--headless", "--norestore", f"-env:UserInstallation={Path(home).as_uri()}", f"--accept=pipe,name={pipe};urp;",
        ])
        try:
            context = connected(pipe)
            for each in files:
                shown = {
                    name: read(context, Path(each), command)
                    for name, command in (("accepted", "AcceptAllTrackedChanges"), ("rejected", "RejectAllTrackedChanges"))
                }
                print(json.dumps(shown), flush=True)
        finally:
            office.terminate()
            office.wait(30)


if __name__ == "__main__":
    main(sys.argv[1:])
