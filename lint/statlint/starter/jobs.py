"""The jobs that check a repository where others see it: on GitHub, on GitLab."""

from __future__ import annotations

from statlint.starter.hook import quoted
from statlint.starter.supply import Supply
from statlint.starter.words import say
from statlint.values import Language

_GITHUB = """\
# {made}
name: statlint

on: [push, pull_request]

permissions:
  contents: read

jobs:
  statlint:
    runs-on: ubuntu-latest
    env:
      # {source}
      STATLINT_SOURCE: {requirement}
    steps:
      - uses: actions/checkout@v5
        with:
          persist-credentials: false
      - uses: actions/setup-python@v6
        with:
          python-version: '3.13'
      - name: Install statlint
        run: python -m pip install --quiet "$STATLINT_SOURCE"
      - name: Check the tables
        run: statlint check {paths}--output-format github
"""
# The shell of a runner need not be bash: lists of words are made as POSIX has it.
_GITLAB = """\
# {made}
statlint:
  stage: test
  image: python:3.13
  variables:
    # {source}
    STATLINT_SOURCE: {requirement}
    # {which}
    STATLINT_PATHS: {paths}
    # {options}
    STATLINT_OPTIONS: ''
    PIP_CACHE_DIR: $CI_PROJECT_DIR/.cache/pip
  cache:
    key: statlint
    paths: [.cache/pip]
  script:
    - python -m pip install --quiet "$STATLINT_SOURCE"
    - set -f
    - set -- $STATLINT_OPTIONS
    - IFS=$(printf '\\n_') && IFS=${{IFS%_}}
    - >-
      statlint check "$@"
      --output gitlab=gl-code-quality-report.json
      --output junit=statlint-junit.xml
      -- $STATLINT_PATHS
  artifacts:
    when: always
    paths: [gl-code-quality-report.json, statlint-junit.xml]
    reports:
      codequality: gl-code-quality-report.json
      junit: statlint-junit.xml
"""


def github_job(supply: Supply, language: Language, *, all_files: bool) -> str:
    """Write a workflow for GitHub: findings stand in the margin of what was changed.

    `all_files` is whether the job names the folder: data sets of the settings need no path.
    """
    return _filled(_GITHUB, supply, language, paths=". " if all_files else "")


def gitlab_job(supply: Supply, language: Language, *, all_files: bool) -> str:
    """Write a job for GitLab: findings stand in the merge request and among its tests."""
    return _filled(_GITLAB, supply, language, paths=quoted("." if all_files else ""))


def _filled(job: str, supply: Supply, language: Language, *, paths: str) -> str:
    return job.format(
        made=say("job", language),
        source=say("source", language),
        which=say("which", language),
        options=say("options", language),
        requirement=quoted(supply.requirement),
        paths=paths,
    )
