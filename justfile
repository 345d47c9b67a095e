# One command: `just check` is what CI runs.

export PATH := justfile_directory() / ".venv/bin:" + env("PATH")

# Everything that must hold before a change goes in
check: format-check lint types imports spell test docs-check

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

# The tests, with coverage by branch
test *args:
    coverage erase
    coverage run -m pytest --numprocesses 2 --dist worksteal {{ args }}
    coverage combine --quiet
    coverage report

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

# Compile the shipped forms: TOML to JSON beside it
forms:
    python tools/compile_forms.py

# Write the workbooks and text files of fixtures/submissions
submissions:
    python benchmarks/make_submissions.py

# Draw the pictures of the README
picture:
    python tools/picture.py
