# SPDX-License-Identifier: GPL-3.0-or-later
"""The LanguageTool server as a child process that never outlives us, bounded in memory."""

from __future__ import annotations

import ctypes
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from pathlib import Path

from redraft.checks.engines.unavailable import EngineUnavailable
from redraft.children import surroundings
from redraft.places import data_folder

VERSION = "6.8"
JAR = "languagetool-server.jar"
_MEMORY = "-Xmx700m"
_START_SECONDS = 40.0


def home() -> Path:
    """The folder that holds ``LanguageTool-6.8``: what ``LTP_PATH`` names, else our own."""
    named = os.environ.get("LTP_PATH")
    return Path(named) if named else data_folder() / "languagetool"


def installed() -> Path | None:
    """The folder of the installation; None when there is none."""
    folder = home() / f"LanguageTool-{VERSION}"
    return folder if (folder / JAR).is_file() else None


def java() -> str | None:
    """The Java to run it with; None when there is none."""
    found = shutil.which("java")
    if found:
        return found
    named = os.environ.get("JAVA_HOME")
    return shutil.which("java", path=str(Path(named) / "bin")) if named else None


class JavaServer:
    """A running server on a free port of this machine only.

    Raises:
        EngineUnavailable: when LanguageTool or Java is missing, or the server does not come up.
    """

    def __init__(self) -> None:
        folder, runtime = installed(), java()
        if folder is None:
            raise EngineUnavailable("LanguageTool is not installed; 'redraft languagetool install' does that.")
        if runtime is None:
            raise EngineUnavailable("LanguageTool needs Java 17 or newer, and there is none on this machine.")
        self.port = _free_port()
        command = [runtime, _MEMORY, "-XX:+UseSerialGC", "-cp", str(folder / JAR), "org.languagetool.server.HTTPServer",
                   "-p", str(self.port)]
        self._process = subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            env=surroundings(), preexec_fn=_die_with_parent(),
        )
        self._wait()

    @property
    def address(self) -> str:
        """Where it listens."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def process_id(self) -> int:
        """The number of its process."""
        return self._process.pid

    def close(self) -> None:
        """End it."""
        self._process.kill()
        self._process.wait(10)

    def _wait(self) -> None:
        until = time.monotonic() + _START_SECONDS
        while time.monotonic() < until and self._process.poll() is None:
            try:
                with urllib.request.urlopen(f"{self.address}/v2/healthcheck", timeout=2):
                    return
            except (OSError, urllib.error.URLError):
                time.sleep(0.1)
        self.close()
        raise EngineUnavailable(
            "LanguageTool was started but does not answer; 'redraft languagetool status' tells more.")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _die_with_parent() -> Callable[[], None] | None:
    """On Linux the kernel ends the server when our process ends, however that happens."""
    if not sys.platform.startswith("linux"):
        return None
    libc = ctypes.CDLL(None)
    parent_death_signal = 1

    def ask() -> None:
        libc.prctl(parent_death_signal, signal.SIGKILL)

    return ask
