# Almoner: everything a developer or a CI does, one target each. `make help` lists them.

SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory

PREFIX ?= /usr/local
BUILD := .build/release
STATIC := .build-static
MUTANTS := .build-mutants
LINKED := -Xlinker -s -Xswiftc -use-ld=lld -Xlinker -z -Xlinker pack-relative-relocs
KEPT := .build/bench
SEED_OF_CI := 20261130
TEST := swift test -c release --skip-build --disable-xctest
comma := ,
DEMO := Fixtures/kent/demo.transcript
SWIFT_FILES := Package.swift Sources Tests Schema/Schema.swift

export ALMONER_BIN := $(CURDIR)/$(BUILD)/almoner

## demo: the Kent case before your eyes, with the real program in an empty folder
.PHONY: demo
demo: build
	scripts/replay.py --show $(DEMO)

## test: the campaign's tier for CI, then every test, on the release build that the demo uses too
.PHONY: test
test: build judges
	Tests/Campaign/campaign.py --tier ci --seed $(SEED_OF_CI)
	$(TEST)

## check: the quick one before a commit: formatting, and the tests of the source tree itself
.PHONY: check
check: lint build
	$(TEST) --filter HouseTests

## build: the one build: release, with its tests
.PHONY: build
build: setup
	swift build -c release --build-tests

## format: rewrites the Swift files as .swift-format has it
.PHONY: format
format:
	swift format --in-place --parallel --recursive $(SWIFT_FILES)

## lint: says where they are not so
.PHONY: lint
lint:
	swift format lint --strict --parallel --recursive $(SWIFT_FILES)

## golden: records anew what the transcripts and golden files hold; read the difference
.PHONY: golden
golden: build
	find Fixtures -name '*.transcript' -exec scripts/replay.py --record {} +
	ALMONER_RECORD=1 $(TEST) --filter 'Transcript|[Gg]olden'
	scripts/readme.py
	scripts/recipes.py
	git status --short Fixtures README.md

## schema: writes Schema/current.sql from the migrations
.PHONY: schema
schema: setup
	sh Schema/dump.sh > Schema/current.sql.new
	mv Schema/current.sql.new Schema/current.sql

## docs: the documentation of the model as a web site in docs/; a warning is an error
.PHONY: docs
docs: build
	scripts/docs.sh docs

## static: the program as it is installed, with no Swift library beside it
.PHONY: static
static: setup
	swift build -c release --product almoner --static-swift-stdlib --scratch-path $(STATIC) $(LINKED)

## install: that program, its manual and completions, to PREFIX
.PHONY: install
install: static
	install -D -m 755 $(STATIC)/release/almoner $(DESTDIR)$(PREFIX)/bin/almoner
	scripts/install-share.sh $(STATIC)/release/almoner $(DESTDIR)$(PREFIX)/share

## bench: how long things take beside ledger, hledger, beancount and C SQLite; SIZES="1000 10000" for less
.PHONY: bench
bench: static
	scripts/setup.sh bench
	ALMONER_BIN=$(CURDIR)/$(STATIC)/release/almoner Bench/bench.py --keep $(KEPT) \
	    $(if $(SIZES),--entries $(SIZES)) $(if $(RUNS),--runs $(RUNS)) $(if $(RESULT),--result $(RESULT))

## campaign-ci: kills, power losses, failing and full disks, damage: the tier that CI runs, about 4 minutes
.PHONY: campaign-ci
campaign-ci: build
	scripts/setup.sh campaign
	Tests/Campaign/campaign.py --tier ci --seed $(SEED_OF_CI)

## campaign: the same with many more runs, under an hour; its table is left in Tests/Campaign/RESULT.md
.PHONY: campaign
campaign: build
	scripts/setup.sh campaign
	Tests/Campaign/campaign.py --tier long --result Tests/Campaign/RESULT.md

## mutate: one mistake at a time in the rules, to see that a test notices; COUNT=320 SEED=7 for some of them
.PHONY: mutate
mutate: setup
	scripts/mutate.py $(if $(COUNT),--count $(COUNT)) $(if $(SEED),--seed $(SEED)) $(foreach text,$(ONLY),--only $(text))

## fuzz: hostile bytes for every parser, under the address sanitizer; ONLY=money,day SECONDS=600
.PHONY: fuzz
fuzz: setup
	SECONDS_EACH=$(or $(SECONDS),60) scripts/fuzz.sh $(subst $(comma), ,$(ONLY))

## sanitize: the tests under the address and the thread sanitizer; ONLY=thread for one of them
.PHONY: sanitize
sanitize: judges
	scripts/sanitize.sh $(ONLY)

.PHONY: setup
setup:
	@scripts/setup.sh

.PHONY: judges
judges:
	@scripts/setup.sh judges
	@scripts/setup.sh campaign

## clean: removes what was built
.PHONY: clean
clean:
	rm -rf .build $(STATIC) $(MUTANTS) .build-fuzz .build-asan .build-tsan .venv docs

## help: this list
.PHONY: help
help:
	@sed -n 's/^## \([a-z-]*\): \(.*\)/\1|\2/p' Makefile | while IFS='|' read -r name text; do \
	    printf '  %-11s %s\n' "$$name" "$$text"; \
	done
