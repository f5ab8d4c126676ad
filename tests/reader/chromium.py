# SPDX-License-Identifier: GPL-3.0-or-later
"""A real Chromium, driven over the DevTools protocol through a pipe: no package and no port is needed."""

from __future__ import annotations

import base64
import json
import os
import select
import shutil
import subprocess
import tempfile
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_FLAGS = (
    "--headless=new", "--remote-debugging-pipe", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-sync",
    "--disable-extensions", "--disable-background-networking", "--disable-component-update", "--disable-default-apps",
    "--disable-dev-shm-usage", "--hide-scrollbars", "--mute-audio", "--password-store=basic", "--no-default-browser-check",
    "--disable-features=Translate,OptimizationHints,MediaRouter,DialMediaRouteProvider",
)  # fmt: skip
PATIENCE = 60


def program() -> str | None:
    """The Chromium of this machine, if it has one."""
    return next(filter(None, map(shutil.which, NAMES)), None)


class Chromium:
    """One browser; each page has a profile of its own."""

    def __init__(self) -> None:
        self._folder = tempfile.mkdtemp(prefix="redraft-chromium-")
        read_by_it, self._to = os.pipe()
        self._from, written_by_it = os.pipe()
        line = 'exec "$0" "$@" 3<&"$REDRAFT_IN" 4>&"$REDRAFT_OUT"'
        self._process = subprocess.Popen(
            ["bash", "-c", line, program() or "", *_FLAGS, f"--user-data-dir={self._folder}", "about:blank"],
            pass_fds=(read_by_it, written_by_it), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            env={**os.environ, "REDRAFT_IN": str(read_by_it), "REDRAFT_OUT": str(written_by_it)})  # fmt: skip
        os.close(read_by_it)
        os.close(written_by_it)
        self._count = 0
        self._rest = b""
        self._answers: dict[int, Mapping[str, Any]] = {}
        self.events: list[tuple[str, str, Mapping[str, Any]]] = []
        self.call("Browser.getVersion")

    def close(self) -> None:
        """End it and what it left."""
        self._process.terminate()
        self._process.wait(PATIENCE)
        os.close(self._to)
        os.close(self._from)
        shutil.rmtree(self._folder, ignore_errors=True)

    def call(self, method: str, session: str = "", **given: Any) -> Mapping[str, Any]:
        """Do one thing and return what came of it."""
        self._count += 1
        told: dict[str, Any] = {"id": self._count, "method": method, "params": given}
        if session:
            told["sessionId"] = session
        os.write(self._to, json.dumps(told).encode() + b"\0")
        number, end = self._count, time.monotonic() + PATIENCE
        while number not in self._answers:
            assert time.monotonic() < end, f"{method} was not answered"
            self.hear(1)
        answer = self._answers.pop(number)
        assert "error" not in answer, f"{method}: {answer.get('error')}"
        result: Mapping[str, Any] = answer["result"]
        return result

    def hear(self, seconds: float) -> None:
        """Take in what the browser says, waiting so long for it."""
        ready, _, _ = select.select([self._from], [], [], seconds)
        if not ready:
            return
        data = os.read(self._from, 1 << 20)
        assert data, "the browser ended"
        *whole, self._rest = (self._rest + data).split(b"\0")
        for each in whole:
            told = json.loads(each)
            if "id" in told:
                self._answers[told["id"]] = told
            else:
                self.events.append((told.get("sessionId", ""), told["method"], told["params"]))

    def profile(self, downloads: Path) -> str:
        """A profile without memory; what its pages save goes to ``downloads``."""
        profile: str = self.call("Target.createBrowserContext")["browserContextId"]
        self.call("Browser.setDownloadBehavior", behavior="allow", browserContextId=profile, downloadPath=str(downloads))
        return profile

    def page(self, address: str, profile: str, *, size: tuple[int, int] = (1200, 900), touch: bool = False,
             scripts: bool = True, slower: float = 1, dark: bool = False) -> Page:  # fmt: skip
        """Open an address. ``slower``: how many times the processor is slowed down."""
        target = self.call("Target.createTarget", url="about:blank", browserContextId=profile)["targetId"]
        session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        page = Page(self, target, session)
        for each in ("Page", "Runtime", "Network", "Log"):
            page.call(f"{each}.enable")
        page.call("Emulation.setDeviceMetricsOverride", width=size[0], height=size[1], deviceScaleFactor=1, mobile=touch)
        page.call("Emulation.setTouchEmulationEnabled", enabled=touch, maxTouchPoints=5 if touch else 1)
        page.call("Emulation.setScriptExecutionDisabled", value=not scripts)
        page.call("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": "dark" if dark else "light"}])
        if slower != 1:
            page.call("Emulation.setCPUThrottlingRate", rate=slower)
        page.go(address)
        return page


class Page:
    """A page as a person uses it: with a mouse, a finger, keys and eyes."""

    def __init__(self, browser: Chromium, target: str, session: str) -> None:
        self._browser, self._target, self.session = browser, target, session

    def call(self, method: str, **given: Any) -> Mapping[str, Any]:
        """A method of the protocol on this page."""
        return self._browser.call(method, self.session, **given)

    def said(self, method: str) -> list[Mapping[str, Any]]:
        """What the browser told of this page by that name."""
        return [told for session, name, told in self._browser.events if session == self.session and name == method]

    def go(self, address: str) -> None:
        """Open an address and wait until it is loaded."""
        loaded = len(self.said("Page.loadEventFired"))
        self.call("Page.navigate", url=address)
        self.wait(lambda: len(self.said("Page.loadEventFired")) > loaded)

    def close(self) -> None:
        """Close the page, as a reader closes a tab."""
        self._browser.call("Target.closeTarget", targetId=self._target)

    def js(self, expression: str) -> Any:
        """The value of an expression of JavaScript in the page."""
        told = self.call("Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True)
        assert "exceptionDetails" not in told, told.get("exceptionDetails")
        return told["result"].get("value")

    def wait(self, what: str | Callable[[], object]) -> Any:
        """Wait until an expression (or a function here) is true; its value."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            found = self.js(what) if isinstance(what, str) else what()
            if found:
                return found
            self._browser.hear(0.02)
        raise AssertionError(f"waited in vain for {what}")

    def mouse(self, kind: str, x: float, y: float, clicks: int = 1) -> None:
        """One thing that a mouse does."""
        pressed = {"mouseMoved": 1, "mousePressed": 1, "mouseReleased": 0}[kind]
        self.call("Input.dispatchMouseEvent", type=kind, x=x, y=y, button="left", buttons=pressed, clickCount=clicks)

    def click(self, selector: str) -> None:
        """Click the middle of what a selector finds."""
        x, y = self.middle(selector)
        self.mouse("mousePressed", x, y)
        self.mouse("mouseReleased", x, y)

    def tap(self, selector: str) -> None:
        """Tap it with a finger."""
        x, y = self.middle(selector)
        self.call("Input.dispatchTouchEvent", type="touchStart", touchPoints=[{"x": x, "y": y}])
        self.call("Input.dispatchTouchEvent", type="touchEnd", touchPoints=[])

    def middle(self, selector: str) -> tuple[float, float]:
        """Where the middle of it is on the screen, once nothing moves there any more."""
        found = self.wait(f"(() => {{ const found = document.querySelector({json.dumps(selector)});"
                          " if (!found || document.getAnimations().length) return null; found.scrollIntoView({block: 'nearest'});"
                          " const box = found.getBoundingClientRect();"
                          " return box.width ? [box.x + box.width / 2, box.y + box.height / 2] : null })()")  # fmt: skip
        return found[0], found[1]

    def select(self, words: str) -> None:
        """Select words by drawing the mouse over them."""
        one, other = self.wait(f"""(() => {{
            const words = {json.dumps(words)};
            const place = (element, at) => {{
              const walk = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
              let node;
              while ((node = walk.nextNode()) && at > node.length) at -= node.length;
              return [node, at];
            }};
            for (const element of document.querySelectorAll(".c > [id]")) {{
              const at = element.textContent.indexOf(words);
              if (at < 0) continue;
              element.scrollIntoView({{block: "center"}});
              const range = document.createRange();
              range.setStart(...place(element, at));
              range.setEnd(...place(element, at + words.length));
              const boxes = [...range.getClientRects()].filter(each => each.width), first = boxes[0], last = boxes[boxes.length - 1];
              return [[first.left + 1, first.top + first.height / 2], [last.right - 1, last.top + last.height / 2]];
            }} return null }})()""")
        self.mouse("mousePressed", *one)
        self.mouse("mouseMoved", (one[0] + other[0]) / 2, other[1])
        self.mouse("mouseMoved", *other)
        self.mouse("mouseReleased", *other)

    def type(self, text: str) -> None:
        """Type words where the cursor is."""
        self.call("Input.insertText", text=text)

    def key(self, key: str, code: int = 0, modifiers: int = 0) -> None:
        """Press a key (2: with Ctrl)."""
        told = {"key": key, "windowsVirtualKeyCode": code, "modifiers": modifiers}
        if len(key) == 1 and not modifiers:
            told["text"] = key
        if key == "Enter":
            told["text"] = "\r"
        self.call("Input.dispatchKeyEvent", type="keyDown", **told)
        told.pop("text", None)
        self.call("Input.dispatchKeyEvent", type="keyUp", **told)

    def picture(self, path: Path) -> None:
        """What is seen, as a PNG."""
        path.write_bytes(base64.b64decode(self.call("Page.captureScreenshot", format="png")["data"]))
