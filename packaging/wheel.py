# SPDX-License-Identifier: GPL-3.0-or-later
"""Build the wheel, install it with its dependencies into an empty environment, and have it test itself there.

    python packaging/wheel.py        leaves the wheel in dist/
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parent.parent


def main() -> int:
    """Build, install, try; the exit status of the program's own test."""
    shutil.rmtree(CHECKOUT / "dist", ignore_errors=True)
    subprocess.run([sys.executable, "-m", "build", "--wheel", "--no-isolation", str(CHECKOUT)], check=True)
    wheel = next((CHECKOUT / "dist").glob("*.whl"))
    print(f"{wheel.name}: {wheel.stat().st_size / 1e6:.1f} MB")
    with tempfile.TemporaryDirectory() as folder:
        venv = Path(folder) / "venv"
        subprocess.run([sys.executable, "-m", "venv", str(venv)], check=True)
        scripts = venv / ("Scripts" if os.name == "nt" else "bin")
        pip = [str(scripts / "python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        lock = CHECKOUT / "packaging" / "requirements.lock"
        subprocess.run([*pip, "--require-hashes", "--no-deps", "-r", str(lock)], check=True)
        subprocess.run([*pip, "--no-deps", str(wheel)], check=True)
        settings = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
        settings |= {"REDRAFT_HOME": str(Path(folder) / "home"), "QT_QPA_PLATFORM": "offscreen"}
        return subprocess.run([str(scripts / "redraft"), "self-test"], cwd=folder, env=settings).returncode


if __name__ == "__main__":
    raise SystemExit(main())
