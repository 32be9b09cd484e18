.DEFAULT_GOAL := help
.PHONY: help run test test-fast check snapshot snapshots strings lock bench clean chromium office
PYTHON := .venv/bin/python
CHROMIUM ?= /usr/bin/chromium
PUERTO ?= 8501
OFFICE := libreoffice-writer-nogui libreoffice-impress-nogui libreoffice-calc-nogui fonts-crosextra-carlito fonts-crosextra-caladea
CORTES := 2019-12-31 2020-12-31 2021-05-31 2021-10-22 2021-12-31 2022-12-31 2024-01-31 2025-05-31

help:                     ## list these targets
	@grep -hE '^[a-z-]+:.*##' Makefile | sed -E 's/:.*## /  /' | column -t -l 2
run: .venv/ready          ## set up and open the dashboard on http://localhost:8501 (PUERTO=… for another port)
	$(PYTHON) -m streamlit run dashboard.py --server.address 127.0.0.1 --server.port $(PUERTO)
test: .venv/ready chromium office ## set up and run every test, the served app in Chromium included
	CHROMIUM=$(CHROMIUM) $(PYTHON) -m pytest -n auto --dist loadfile
test-fast: .venv/ready    ## every test but the browser's and the office's
	$(PYTHON) -m pytest -n auto --ignore tests/browser --ignore tests/test_office.py
check: .venv/ready        ## lint and format
	$(PYTHON) -m ruff check . && $(PYTHON) -m ruff format --check .
snapshot: .venv/ready     ## what was known on a day: make snapshot CORTE=2021-10-22
	$(PYTHON) -m data.curate --corte $(CORTE)
snapshots: .venv/ready    ## every cut-off that ships and is missing
	@for corte in $(CORTES); do $(PYTHON) -m data.curate --corte $$corte || exit 1; done
strings: .venv/ready      ## bring new words of the code into the catalogue, untranslated
	$(PYTHON) -m babel.messages.frontend --quiet extract -F babel.cfg -k N_ -k pair:1,2 --no-location --sort-output -o .venv/strings.pot .
	$(PYTHON) -m babel.messages.frontend --quiet update --no-fuzzy-matching --ignore-obsolete -i .venv/strings.pot -o locale/es.po -l es -w 100
lock: .venv/ready         ## pin every package with its hashes after editing requirements*.txt
	$(PYTHON) -m uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header requirements-dev.txt -o requirements.lock
bench: .venv/ready        ## measure how long the documents of a meeting take, several rounds in one go
	$(PYTHON) -m benchmarks.documents
clean:                    ## forget the virtual environment
	rm -rf .venv

.venv/ready: requirements.lock
	@command -v python3 >/dev/null || { echo "Falta python3 (3.11 o posterior): instálelo y repita / Python 3.11+ is missing"; exit 1; }
	@python3 -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Se necesita Python 3.11 o posterior / Python 3.11 or later is needed"; exit 1; }
	@python3 -c 'import venv, ensurepip' 2>/dev/null || { echo "Falta el módulo venv de Python (en Debian: python3-venv) / Python's venv is missing"; exit 1; }
	python3 -m venv .venv
	$(PYTHON) -m pip install --quiet --disable-pip-version-check --require-hashes --only-binary :all: -r requirements.lock
	@touch $@

chromium:
	@test -x "$(CHROMIUM)" || { [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null && apt-get update -qq && apt-get install -y -qq chromium; } \
	|| { echo "Falta Chromium: instálelo o diga dónde está con CHROMIUM=/ruta / Chromium is missing: install it or pass CHROMIUM=/path"; exit 1; }

office:
	@command -v soffice >/dev/null || { [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null && apt-get update -qq && apt-get install -y -qq --no-install-recommends $(OFFICE); } \
	|| { echo "Falta LibreOffice (soffice): instálelo / LibreOffice (soffice) is missing: install it"; exit 1; }
