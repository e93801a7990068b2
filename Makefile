# On a fresh machine with Python 3.11 or newer: make site, make test. Without make: see README.md.

PYTHON := .venv/bin/python
LOCK := .venv/bin/uv pip compile pyproject.toml --universal --python-version 3.11 --only-binary :all: \
	--generate-hashes --no-emit-index-url --no-emit-find-links --system-certs --upgrade --quiet \
	--custom-compile-command 'make lock'
# Only built packages, each with a known hash: nothing is compiled, and nothing that was not locked is run.
INSTALL := $(PYTHON) -m pip install -qq --disable-pip-version-check --require-hashes --only-binary :all:
SAY = { [ ! -t 2 ] || echo $(1) >&2; }
FAIL = { echo $(1) >&2; exit 1; }

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help site serve check publish test lint audit law bench lock words pictures clean browser servers

help: ## list these commands
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "%-8s %s\n", $$1, $$2 }' Makefile

site: .venv/site-installed ## build the site into site/
	@$(PYTHON) build.py

serve: .venv/site-installed ## preview the site, drafts included, while you write
	@$(PYTHON) build.py serve

check: .venv/site-installed ## look for problems, and write nothing
	@$(PYTHON) build.py check

publish: .venv/publish-installed ## bring the finished site to its readers: TARGET=s3://bucket/prefix, or another
	@$(PYTHON) build.py publish $(if $(TARGET),'$(TARGET)',--help)

test: .venv/test-installed browser servers lint ## run everything that must pass
	@$(PYTHON) -m pytest --numprocesses auto

lint: .venv/test-installed ## check style, types and imports
	@$(PYTHON) -m ruff check --quiet
	@$(PYTHON) -m ruff format --check --quiet
	@$(PYTHON) -m mypy
	@$(PYTHON) .venv/bin/lint-imports --no-logo

audit: .venv/test-installed browser servers ## look at every page with other programs, then run the tests that take long: see docs/audit.md
	@scripts/install-audit
	@$(PYTHON) -m audits
	@$(PYTHON) -m pytest -m audit

law: .venv/test-installed ## try for long whether a build can differ from a build from nothing; STEPS=3000 SEED=7
	@$(PYTHON) -m tests.law $(if $(STEPS),--steps $(STEPS)) $(if $(SEED),--seed $(SEED))

bench: .venv/site-installed ## measure against others: see benchmarks/README.md; SIZES=100,1000 PEERS=hugo,pelican
	@$(PYTHON) -m benchmarks compare $(if $(SIZES),--sizes $(SIZES)) $(if $(PEERS),--peers $(PEERS))

lock: .venv/test-installed ## pin the newest allowed packages in requirements/
	@$(LOCK) --output-file requirements/site.txt
	@$(LOCK) --constraint requirements/site.txt --extra s3 --extra sftp --output-file requirements/publish.txt
	@$(LOCK) --constraint requirements/publish.txt --group test --output-file requirements/test.txt
	@! grep -n '://' requirements/*.txt

words: .venv/test-installed ## bring the catalogue of Korean messages up to date, and say what has no Korean yet
	@$(PYTHON) -m scripts.words

pictures: .venv/test-installed browser ## take the pictures of the guide for staff anew
	@$(PYTHON) -m scripts.pictures

clean: ## remove caches and .venv; site/ may hold files of others, so it stays
	@rm -rf .audit .cache .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache .venv
	@find . -name __pycache__ -prune -exec rm -rf {} +

browser: .venv/test-installed
	@scripts/install-browser

servers:
	@scripts/install-servers

.venv/publish-installed: requirements/publish.txt .venv/site-installed
	@$(call SAY,'Installing what publishing needs...')
	@$(INSTALL) --requirement $<
	@touch $@

.venv/test-installed: requirements/test.txt .venv/publish-installed
	@$(call SAY,'Installing what the tests need...')
	@$(INSTALL) --requirement $<
	@touch $@

.venv/site-installed: requirements/site.txt $(PYTHON)
	@$(call SAY,'Installing what the site needs...')
	@$(INSTALL) --requirement $<
	@touch $@

$(PYTHON):
	@for name in python3.13 python3.12 python3.11 python3; do \
		if "$$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then python=$$name; break; fi; \
	done; \
	[ -n "$$python" ] || $(call FAIL,'Python 3.11 or newer is needed and was not found; see https://www.python.org/downloads/'); \
	"$$python" -c 'import ensurepip, venv' 2>/dev/null \
		|| $(call FAIL,"$$python cannot make virtual environments; on Debian and Ubuntu: apt install $$python-venv"); \
	"$$python" -m venv --clear .venv
