# One command: `just check` is what CI runs.

export PATH := justfile_directory() / ".venv/bin:" + env("PATH")
pytest := "pytest --numprocesses 2 --dist worksteal"

# Everything that must hold before a change goes in
check: format-check lint types imports spell test full-coverage accept browser docs-check

# The layout of the code, by ruff
format-check:
    ruff format --check .

# The style of the code, by ruff
lint:
    ruff check .

# The types, by mypy
types:
    mypy

# The staircase of rooms, by import-linter
imports:
    lint-imports --no-cache --no-logo

# The spelling of code and docs
spell:
    codespell

# The tests of rooms, rules and house, with coverage by branch
test *args:
    coverage erase
    coverage run -m {{ pytest }} {{ if args == "" { "--ignore tests/acceptance --ignore tests/browser" } else { args } }}
    coverage combine --quiet
    coverage report {{ if args == "" { "" } else { "--fail-under 0" } }}

# The acceptance tests: whole reports in all their layouts
accept *args:
    {{ pytest }} tests/acceptance {{ args }}

# The local page and the report page in a browser; skipped without Chromium, unless STATLINT_BROWSER=required
browser *args:
    {{ pytest }} tests/browser -rs {{ args }}

# Write the pictures of the guides for clerks, from the real program
clerk-pictures:
    PYTHONPATH=tests python tools/clerk_pictures.py

# The schemas of forms and settings, for editors
schemas:
    statlint form schema > docs/schema/form.json
    statlint form schema --settings > docs/schema/settings.json

# Whether rules and values are covered to the last branch; after `just test`
full-coverage:
    coverage report --include "rules/*,lint/statlint/values/*" --fail-under 100

# Whether the catalogue of rules is up to date
docs-check:
    statlint explain --all --check rules/README.md

# Write the catalogue of rules
docs:
    statlint explain --all --write rules/README.md

# Mend what can be mended by machine
fix:
    ruff check --fix .
    ruff format .

# The files of a new rule: `just new-rule B102 name-of-the-rule`
new-rule code name:
    python tools/new_rule.py {{ code }} {{ name }}

# Write the index of the shipped rules, from which a run knows which modules it needs
rules:
    python tools/index_rules.py

# Compile the shipped forms: TOML to JSON beside it
forms:
    python tools/compile_forms.py

# Compile the patterns that most tables ask for, for the Python that runs this
patterns:
    python tools/compile_patterns.py

# Write the workbooks and text files of fixtures/submissions
submissions:
    python benchmarks/make_submissions.py

# Write the workbooks and text files of fixtures/companions
companions:
    python benchmarks/make_companions.py

# Run the walkthroughs in docs for real and write down what their commands say
walkthrough:
    PYTHONPATH=tests:benchmarks python tools/walkthrough.py docs/walkthrough.md docs/zh/walkthrough.md

# Draw the pictures of the README
picture:
    python tools/picture.py

# Build the documentation site into build/site
site:
    rm -rf build/pages
    python tools/site_pages.py build/pages
    zensical build --clean --strict
