#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Prepare this checkout: a virtual environment from a lock file with hashes, and Qt's libraries on Debian.

    python3 packaging/prepare.py run|test|clients

Needs nothing but Python itself (3.11 or newer). What it cannot install it names, with the exact line to type.
"""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parent.parent
VENV = CHECKOUT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
LOCKS = {"run": "requirements.lock", "test": "requirements-test.lock"}
# Which Debian package brings the library that Qt asks for, where the names are not the same.
PACKAGES = {
    "libEGL.so.1": "libegl1", "libGL.so.1": "libgl1", "libGLX.so.0": "libglx0", "libOpenGL.so.0": "libopengl0",
    "libxcb-cursor.so.0": "libxcb-cursor0", "libxcb-icccm.so.4": "libxcb-icccm4", "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1", "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0", "libxcb-randr.so.0": "libxcb-randr0", "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxcb-shm.so.0": "libxcb-shm0", "libxcb-sync.so.1": "libxcb-sync1", "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-render.so.0": "libxcb-render0", "libxcb-util.so.1": "libxcb-util1", "libxkbcommon.so.0": "libxkbcommon0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0", "libX11-xcb.so.1": "libx11-xcb1", "libX11.so.6": "libx11-6",
    "libxcb.so.1": "libxcb1", "libdbus-1.so.3": "libdbus-1-3", "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6", "libglib-2.0.so.0": "libglib2.0-0", "libgthread-2.0.so.0": "libglib2.0-0",
    "libSM.so.6": "libsm6", "libICE.so.6": "libice6", "libz.so.1": "zlib1g",
}
FONTS = "fonts-dejavu-core"
# Programs of others that the tests work with where they are there: Debian's package, by the name of the program.
CLIENTS = {"chromium": "chromium"}


def main(purpose: str) -> int:
    """Prepare for ``purpose`` ("run" or "test"); 0 when everything needed is there."""
    if sys.version_info < (3, 11):  # noqa: UP036 - this script alone may meet an older one
        return refuse(f"Redraft needs Python 3.11 or newer; this is {sys.version.split()[0]}. "
                      "Install a newer one and say: make PYTHON=python3.12 " + purpose)
    if purpose == "clients":
        return clients()
    if not make_environment() or not install(purpose):
        return 1
    libraries(purpose)
    return 0


def refuse(sentence: str) -> int:
    """Say why it cannot go on."""
    print(sentence, file=sys.stderr)
    return 1


def make_environment() -> bool:
    """The virtual environment, unless it stands already and works."""
    if PYTHON.exists() and subprocess.run([PYTHON, "-m", "pip", "--version"], capture_output=True).returncode == 0:
        return True
    shutil.rmtree(VENV, ignore_errors=True)
    print("Making a virtual environment in .venv …", file=sys.stderr)
    if venv_works():
        return True
    package = f"python3.{sys.version_info.minor}-venv" if is_debian() else "python3-venv"
    if apt("python3-venv", package) and venv_works():
        return True
    refuse("Python's venv module is missing here. Type this line, then run the same command again:\n"
           f"    {'' if is_root() else 'sudo '}apt-get install -y python3-venv")
    return False


def venv_works() -> bool:
    """Whether a virtual environment with pip could be made."""
    done = subprocess.run([sys.executable, "-m", "venv", str(VENV)], capture_output=True)
    if done.returncode != 0:
        shutil.rmtree(VENV, ignore_errors=True)
    return done.returncode == 0


def install(purpose: str) -> bool:
    """The packages of the lock file, once; a changed lock file installs again."""
    lock = CHECKOUT / "packaging" / LOCKS[purpose]
    stamp = VENV / f"redraft-{purpose}.stamp"
    digest = hashlib.sha256(lock.read_bytes() + sys.version.encode()).hexdigest()
    if stamp.exists() and stamp.read_text() == digest:
        return True
    print("Installing what Redraft needs (once, about a minute) …", file=sys.stderr)
    done = subprocess.run(
        [PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-warn-script-location",
         "--require-hashes", "--only-binary=:all:", "--no-deps", "-r", str(lock)])
    if done.returncode != 0:
        refuse("The packages could not be installed (the lines above say why). Nothing else was changed. "
               "Check the connection and run the same command again.")
        return False
    site = subprocess.run([PYTHON, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"],
                          capture_output=True, text=True, check=True).stdout.strip()
    (Path(site) / "redraft.pth").write_text(str(CHECKOUT / "app") + "\n", encoding="utf-8")
    stamp.write_text(digest)
    return True


def libraries(purpose: str) -> None:
    """Qt's own libraries on Linux: install what is missing, or say what to type. Never a reason to stop."""
    if not sys.platform.startswith("linux"):
        return
    stamp = VENV / f"redraft-libraries-{purpose}.stamp"
    if stamp.exists():
        return
    wanted = missing(purpose)
    if wanted and not (apt(*wanted) and not missing(purpose)):
        print("The window needs libraries that are not here. Type this line (Debian, Ubuntu):\n"
              f"    {'' if is_root() else 'sudo '}apt-get install -y {' '.join(wanted)}", file=sys.stderr)
        return
    stamp.write_text("")


def clients() -> int:
    """The programs that the tests drive; what cannot be installed is named, and its tests are skipped."""
    wanted = [package for name, package in CLIENTS.items() if not shutil.which(name)]
    if wanted and not apt(*wanted):
        print(f"Tests that work with {', '.join(wanted)} will be skipped. To have them run, type (Debian, Ubuntu):\n"
              f"    {'' if is_root() else 'sudo '}apt-get install -y {' '.join(wanted)}", file=sys.stderr)
    return 0


def missing(purpose: str) -> list[str]:
    """The Debian packages that would bring the libraries Qt misses (and a font, where there is none)."""
    site = next(VENV.glob("lib/python3*/site-packages/PySide6"), None)
    if site is None or not shutil.which("ldd"):
        return []
    plugins = ["libqoffscreen.so"] if purpose == "test" else ["libqoffscreen.so", "libqxcb.so"]
    objects = [site / "QtWidgets.abi3.so", *(site / "Qt" / "plugins" / "platforms" / each for each in plugins)]
    wanted: set[str] = set()
    for each in objects:
        said = subprocess.run(["ldd", str(each)], capture_output=True, text=True).stdout
        wanted.update(PACKAGES.get(name, name) for name in re.findall(r"(\S+) => not found", said)
                      if not name.startswith(("libQt6", "libpyside", "libshiboken")))
    if not any(Path(each).is_dir() for each in ("/usr/share/fonts", "/usr/local/share/fonts")):
        wanted.add(FONTS)
    return sorted(wanted)


def apt(*packages: str) -> bool:
    """Whether apt-get installed them; never asks for a password."""
    if not shutil.which("apt-get"):
        return False
    prefix = [] if is_root() else ["sudo", "-n"]
    if prefix and (not shutil.which("sudo") or subprocess.run([*prefix, "true"], capture_output=True).returncode):
        return False
    print(f"Installing {', '.join(packages)} …", file=sys.stderr)
    settings = dict(os.environ, DEBIAN_FRONTEND="noninteractive")
    install_line = [*prefix, "apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages]
    if subprocess.run(install_line, capture_output=True, env=settings).returncode == 0:
        return True
    subprocess.run([*prefix, "apt-get", "update", "-qq"], capture_output=True, env=settings)
    return subprocess.run(install_line, capture_output=True, env=settings).returncode == 0


def is_root() -> bool:
    """Whether this is the system's administrator."""
    return hasattr(os, "geteuid") and os.geteuid() == 0


def is_debian() -> bool:
    """Whether the system is Debian or one of its kin."""
    return Path("/etc/debian_version").exists()


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1] if len(sys.argv) > 1 and sys.argv[1] in (*LOCKS, "clients") else "run"))
