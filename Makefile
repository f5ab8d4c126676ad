# SPDX-License-Identifier: GPL-3.0-or-later
# make run     install what is needed, open the sample story (or FILE=…) in the editor
# make test    everything: ruff, mypy --strict, unit, property, architecture, golden, real windows (offscreen)
# make clients  the programs that some tests work with (Chromium), by apt; without them those tests are skipped
# make bench   the measured figures, as a table (long)
# make torture  kill it a thousand times, cut the power, have an author simulated, and count what is lost (long)
# make fuzz    feed every reader of foreign files with changed samples, MINUTES each (long; READERS=… for some)
# make audit   ask the public database whether a library that Redraft uses has a known hole (needs the network)
# make wheel   a wheel in dist/, installed into an empty environment and tried
PYTHON ?= python3
PY = .venv/bin/python

.PHONY: run test clients bench torture fuzz audit wheel screenshot lock clean

run:
	@$(PYTHON) packaging/prepare.py run
	@$(PY) -m redraft $(if $(FILE),"$(FILE)",--sample)

test:
	@$(PYTHON) packaging/prepare.py test
	$(PY) -m ruff check app tests tools packaging
	$(PY) -m mypy
	$(PY) -m pytest

clients:
	@$(PYTHON) packaging/prepare.py clients

bench:
	@$(PYTHON) packaging/prepare.py test
	$(PY) -m tools.bench

torture:
	@$(PYTHON) packaging/prepare.py test
	$(PY) -m tools.torture

fuzz:
	@$(PYTHON) packaging/prepare.py test
	$(PY) -m tools.torture.fuzz --minutes $(or $(MINUTES),10) $(READERS)

audit:
	@$(PYTHON) -m venv build/audit && build/audit/bin/python -m pip install --quiet pip-audit
	build/audit/bin/pip-audit --disable-pip --require-hashes -r packaging/requirements.lock

wheel:
	@$(PYTHON) packaging/prepare.py test
	$(PY) packaging/wheel.py

screenshot:
	@$(PYTHON) packaging/prepare.py run
	$(PY) -m tools.screenshot

lock:
	$(PY) -m pip install --quiet uv
	$(PY) -m uv pip compile --upgrade --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url -q pyproject.toml -o packaging/requirements.lock
	$(PY) -m uv pip compile --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url -q --extra test -c packaging/requirements.lock pyproject.toml -o packaging/requirements-test.lock

clean:
	rm -rf .venv dist build .mypy_cache .ruff_cache .pytest_cache .hypothesis
