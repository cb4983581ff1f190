# Everything a newcomer types. `make run` needs git, make and Python 3.11 or newer; nothing else.
PYTHON ?= python3
PORT ?= 5000
BIN := .venv/bin
export UV_PYTHON_DOWNLOADS := never
# Municipal networks often have a certificate authority of their own.
export UV_SYSTEM_CERTS := 1
export NODE_USE_SYSTEM_CA := 1

help:    ## these words
	@grep -E '^[a-z]+: .*##' Makefile | sed -E 's/:.*## */\t/' | expand -t 10

run:     .venv/run static/vendor ## the platform with the sample project, at http://127.0.0.1:5000
	$(BIN)/python app.py --port $(PORT)

test:    setup ## every test, browsers included
	$(BIN)/pytest

setup:   .venv/test static/vendor node_modules/.test ## install what running, testing and checking need

check:   setup ## style, types, floors, templates, tests: what must hold before a change goes in
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/djlint --check --lint --quiet templates
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest

bench:   setup ## time what people wait for
	$(BIN)/python -m bench
	$(BIN)/python -m bench.live

fix:     .venv/test ## let the tools mend what they can
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .
	$(BIN)/djlint --reformat --quiet templates

catalogue: .venv/test ## collect what the pages say, for translation
	$(BIN)/python -m tools.catalogue

lock:    .venv/run ## renew the locks after a change of pyproject.toml or package.json
	echo uv | $(LOCK) - -o requirements/uv.txt
	$(LOCK) pyproject.toml --group setup -o requirements/run.txt
	$(LOCK) pyproject.toml --group setup --group test -c requirements/run.txt -o requirements/test.txt
	$(BIN)/npm install --package-lock-only

LOCK = $(BIN)/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header

.venv/uv: requirements/uv.txt
	@$(PYTHON) -c 'import sys, ensurepip; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "Idédugnad needs Python 3.11 or newer with venv (Debian, Ubuntu: apt install python3-venv)."; exit 1; }
	$(PYTHON) -m venv .venv
	$(BIN)/pip install -q --disable-pip-version-check --require-hashes -r $<
	touch $@

.venv/run .venv/test: .venv/%: requirements/%.txt .venv/uv
	$(BIN)/uv pip install -q --require-hashes -r $<
	touch $@

static/vendor: package-lock.json tools/assets.py | .venv/run
	$(BIN)/python tools/assets.py
	touch $@

node_modules/.test: package-lock.json tools/assets.py | .venv/run
	$(BIN)/python tools/assets.py --with-tests
	touch $@

.PHONY: help run test setup check bench fix catalogue lock
