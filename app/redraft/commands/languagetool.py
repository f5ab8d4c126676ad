# SPDX-License-Identifier: GPL-3.0-or-later
"""LanguageTool as a further judge: install it, or say how it is."""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

from redraft.checks.engines.java_server import JAR, VERSION, JavaServer, home, installed, java
from redraft.errors import RedraftError
from redraft.places import packaged


class InstallFailed(RedraftError):
    """LanguageTool could not be installed."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """install | status"""
    parser.add_argument("what", choices=("install", "status"))


def run(options: argparse.Namespace) -> int:
    """Do it; 2 when LanguageTool does not work afterwards."""
    return _install() if options.what == "install" else _status()


def _install() -> int:
    if installed() is not None:
        print(f"LanguageTool {VERSION} is already in {installed()}.")
        return 0
    if java() is None:
        raise InstallFailed("LanguageTool needs Java 17 or newer. Install it first (Debian: apt-get install "
                            "default-jre-headless), then run this again.")
    folder = home() / f"LanguageTool-{VERSION}"
    if shutil.which("mvn"):
        _build(folder)
    else:
        _download()
    print(f"LanguageTool {VERSION} is in {folder}. Switch it on in the preferences, or with "
          "'redraft check --engine builtin,harper,languagetool'.")
    return 0


def _build(folder: Path) -> None:
    """From Maven Central, by the project's own list of what is needed (97 MB)."""
    print("Fetching LanguageTool with Maven (once, about 100 MB) …", file=sys.stderr)
    made = folder.with_name(folder.name + ".new")
    shutil.rmtree(made, ignore_errors=True)
    libraries = made / "libs"
    libraries.mkdir(parents=True)
    done = subprocess.run(
        ["mvn", "-q", "-B", "-f", str(packaged("languagetool", "pom.xml")), "dependency:copy-dependencies",
         f"-DoutputDirectory={libraries}"], capture_output=True, text=True)
    jars = sorted(each.name for each in libraries.glob("*.jar"))
    if done.returncode != 0 or not jars:
        shutil.rmtree(made, ignore_errors=True)
        why = next((line for line in done.stdout.splitlines() if "ERROR" in line), "")
        raise InstallFailed(f"Maven could not fetch LanguageTool; nothing was changed. It says: {why[:300]}")
    with zipfile.ZipFile(made / JAR, "w") as jar:
        jar.writestr("META-INF/MANIFEST.MF", manifest(jars))
    shutil.rmtree(folder, ignore_errors=True)
    made.rename(folder)


def _download() -> None:
    """By the library's own way, where Maven is not there."""
    import os

    from language_tool_python.download_lt import LocalLanguageTool

    home().mkdir(parents=True, exist_ok=True)
    os.environ["LTP_PATH"] = str(home())
    print("Downloading LanguageTool (once, about 260 MB) …", file=sys.stderr)
    try:
        LocalLanguageTool.from_version_name(VERSION).download()
    except Exception as error:
        raise InstallFailed(f"LanguageTool could not be downloaded; nothing was changed ({error}).") from error


def manifest(jars: list[str]) -> str:
    """A jar's manifest whose class path names the ``jars`` in ``libs``; its lines hold 72 bytes at most."""
    line = "Class-Path: " + " ".join(f"libs/{each}" for each in jars)
    parts = [line[:70]]
    parts += [" " + line[start : start + 69] for start in range(70, len(line), 69)]
    return "Manifest-Version: 1.0\r\n" + "\r\n".join(parts) + "\r\n\r\n"


def _status() -> int:
    folder = installed()
    print(f"version   {VERSION if folder else 'not installed'}")
    print(f"place     {folder or home()}")
    print(f"Java      {_java_version()}")
    if folder is None or java() is None:
        print("'redraft languagetool install' installs it.")
        return 2
    server = JavaServer()
    try:
        print(f"memory    {_megabytes(server.process_id)} MB right after the start, at most about 1 GB")
        print("answers   yes")
    finally:
        server.close()
    return 0


def _java_version() -> str:
    found = java()
    if found is None:
        return "none found"
    said = subprocess.run([found, "-version"], capture_output=True, text=True).stderr.splitlines()
    return f"{said[0] if said else 'unknown'} ({found})"


def _megabytes(pid: int) -> int:
    import psutil

    return int(psutil.Process(pid).memory_info().rss // 1_000_000)
