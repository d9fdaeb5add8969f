# What one can ask of Veven from a terminal. The work is done by small scripts in scripts/.

.DEFAULT_GOAL := help
.PHONY: help demo test lint bench

help: ## Say what one can ask for
	@echo "Veven: make one of these"
	@sed -nE 's/^([a-z]+):.*## (.*)/  make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 16
	@echo "Arguments to the demo go in ARGS: make demo ARGS='--listen 127.0.0.1:8080'"

demo: ## Set up what is missing, build, and open a demo municipality on this machine
	@scripts/demo.sh $(ARGS)

test: ## Set up what is missing and run every check: format, lints, licences, tests, docs, browser
	@scripts/test.sh

lint: ## The quick checks only: format, lints, licences
	@scripts/test.sh format lints licences

bench: ## Measure what pages, writes, disk, start and memory cost, and write it into docs/performance.md
	@scripts/bench.sh $(ARGS)
