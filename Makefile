# Lianhu needs Python 3.11 or newer, make and git. Everything else comes with the first `make run`.
.DEFAULT_GOAL := help
.PHONY: help run test check load bench docs setup lock
MAKEFLAGS += --no-print-directory

PYTHON := $(shell for p in $(PYTHON) python3.11 python3.12 python3.13 python3.14 python3; do \
	"$$p" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo "$$p"; break; }; done)
BOOTSTRAP := @$(if $(PYTHON),$(PYTHON) -m bootstrap,\
	echo "Python 3.11 or newer is not on the PATH: install it, or say where it is with make PYTHON=/path/to/python3" >&2; exit 1;)

help:  ## this list
	@while IFS= read -r line; do case "$$line" in \
		[a-z]*:*'## '*) name="$${line%%:*}"; printf '  make %-8s %s\n' "$$name" "$${line##*## }";; esac; done < Makefile

run:  ## sets up what is missing, then starts Neo4j, the jobs worker and the web server; Ctrl-C stops all
	$(BOOTSTRAP) run

test:  ## sets up what is missing, then linters, types and every test, with a table of the stages
	$(BOOTSTRAP) test

check:  ## linters, types and who may import whom
	$(BOOTSTRAP) check

load:  ## imports workbooks: make load FILES="a.xlsx b.xlsx"
	$(BOOTSTRAP) flask load $(FILES)

bench:  ## the benchmarks, on the sample rosters, the demo and the seed county
	$(BOOTSTRAP) python -m benchmarks.run

docs:  ## writes docs/schema.md, docs/questions.md and docs/gaps.md anew
	$(BOOTSTRAP) python -m graph_schema.document
	$(BOOTSTRAP) python -m queries.document
	$(BOOTSTRAP) python -m queries.gaps.document

setup:  ## only the set-up, with what the tests need
	$(BOOTSTRAP) setup

lock:  ## writes requirements*.txt anew after a change in requirements*.in
	$(BOOTSTRAP) lock
