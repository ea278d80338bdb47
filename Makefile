# What a developer needs, one command each. `make` alone prints the list.

# A pipe fails with any of its commands.
SHELL := bash
.SHELLFLAGS := -o pipefail -c

GO ?= go
FUZZTIME ?= 30s
ROUNDS ?= 5
STATICCHECK := $(shell sed -n '1s/^# staticcheck //p' staticcheck.conf)

# Packages whose tests keep expected output in files and rewrite it with -update.
GOLDEN = $(shell grep -rlE --include='*_test.go' 'flag[.]Bool."update"' . | xargs -r -n1 dirname | sort -u)

.DEFAULT_GOAL := list
.PHONY: list build test ci race golden docs validate fuzz soak power bench lint gofmt vet staticcheck clean

list:
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-8s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

build: ## the caseload command, as bin/caseload
	$(GO) build -trimpath -o bin/caseload ./cmd/caseload

# A quarter of the time of tests that read files went into the sweeping of memory, of which there is enough.
test: ## every test that a change has to pass, in about a minute and a half
	GOGC=400 $(GO) test -timeout 20m ./...

ci: ## everything that is checked before a change is taken
	.ci/run

race: ## the tests on small worlds under the race detector
	$(GO) test -race -short -timeout 20m ./...

golden: ## rewrite expected output; read the difference, and note it in the changelog
	$(GO) test $(GOLDEN) -update

docs: ## write the tables of the model's description, sim/ODD.md, from the code and the shipped files
	$(GO) test -run '^TestDescriptionIsCurrent$$' ./scenarios -args -docs

validate: ## print the model of Great Britain beside published figures
	$(GO) test -run '^Test(SanityTable|JobseekersTable|AdviserArithmetic|EnforcementTable|NoTrend|ScaleTable)$$' -v ./scenarios -args -sanity

fuzz: ## look for new failing input, 30 seconds for each fuzz function
	@grep -rHoE --include='*_test.go' '^func Fuzz[A-Za-z0-9_]+' . | sort | while IFS=: read -r file name; do \
		echo "$${name#func } in $$(dirname $$file)"; \
		$(GO) test -run '^$$' -fuzz "^$${name#func }\$$" -fuzztime $(FUZZTIME) "$$(dirname $$file)" || exit 1; \
	done

soak: ## the tests of the engine on fresh seeds; a seed that fails is to be added to the tests
	@for round in $$(seq $(ROUNDS)); do \
		seed=$$(od -An -N3 -tu4 /dev/urandom | tr -d ' '); echo "seed $$seed"; \
		$(GO) test ./sim -count=1 -args -seed=$$seed || exit 1; \
	done

power: ## what every statistical check would find, with the size at which it looks
	@$(GO) test -count=1 -v ./sim/... ./agents/... ./analysis ./scenarios | sed -n 's/^.*_test.go:[0-9]*: power: //p'

bench: ## every benchmark, then the figures that the project is held to, as ratios to kernels on the same machine
	$(GO) test -run '^$$' -bench . -benchmem ./...
	.ci/ratios

lint: gofmt vet staticcheck ## gofmt, go vet and staticcheck

gofmt:
	@unformatted=$$(gofmt -l .) || exit 1; if [ -n "$$unformatted" ]; then echo "gofmt would change:"; echo "$$unformatted"; exit 1; fi

vet:
	$(GO) vet ./...

staticcheck:
	$(GO) run honnef.co/go/tools/cmd/staticcheck@$(STATICCHECK) ./...

clean: ## what builds, profiles and tests left behind
	rm -rf bin dist
	find . -type f \( -name '*.prof' -o -name '*.test' \) -delete
	$(GO) clean -testcache
