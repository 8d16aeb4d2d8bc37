# Every target sets up what it needs by itself and may be called by root, by sudo or by an ordinary person.
.DEFAULT_GOAL := help
.PHONY: setup run test check soak bench gallery package help

AS_OWNER := installer/as_owner.sh
export PYTHON

setup: ## يجهّز الجهاز والمكتبات · installs what is missing: system packages, .venv, locked libraries
	@installer/setup.sh

run: setup ## يفتح النافذة على المكتب التجريبي · opens the window; without a display the tour, pictures in build/tour
	@$(AS_OWNER) installer/run.sh

test: setup ## يشغّل كل الاختبارات · runs every test; a skipped test is a failure
	@$(AS_OWNER) installer/test.sh

check: setup ## يفحص الشيفرة والقواعد والنصوص · format, lint, types, import contracts, packs, translations, lock
	@$(AS_OWNER) installer/check.sh

soak: setup ## اختبارات طويلة · long runs under load and faults
	@$(AS_OWNER) installer/soak.sh

bench: setup ## يقيس السرعة · measures speed against others, writes build/bench.json
	@installer/system_packages.sh bench
	@$(AS_OWNER) installer/bench.sh

gallery: setup ## صور الشاشات والوثائق · a picture of every screen and document in build/gallery
	@$(AS_OWNER) installer/gallery.sh

package: setup ## يبني الحزمة · builds the wheel in dist
	@$(AS_OWNER) installer/package.sh

help: ## هذه القائمة · this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-8s %s\n", $$1, $$2}' $(MAKEFILE_LIST)
