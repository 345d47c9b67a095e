"""Rules, edits and forms as a user names them; a slip would check nothing, in silence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from statlint.cli.pack_faults import rules_in
from statlint.cli.usage import wrong_usage
from statlint.cli.words import FAULTS
from statlint.config import Settings
from statlint.config.named import edits_named_in, forms_named_in, rules_named_in
from statlint.config.read import Stated
from statlint.config.seen_from import form_seen_from
from statlint.config.written import refused
from statlint.dataclass import dataclass, field
from statlint.rule.card import Listed
from statlint.rule.select import R, selected
from statlint.run.pack import form_fault, form_named, forms_of
from statlint.schema import Fault, did_you_mean
from statlint.values import Language, Text

_MOST = 20
"""How many unknown words of one file are told."""


def rules_named(word: str, language: Language, rules: Sequence[R]) -> tuple[R, ...]:
    """Give the rules that a word names, preview rules too; none at all is wrong usage."""
    found = _named(word, rules)
    if not found:
        raise wrong_usage(_no_such_rule(word, rules).of(language))
    return found


@dataclass(frozen=True, slots=True)
class Known:
    """What was found out for settings before: many may extend the same ones.

    `edits` are those of the forms that settings ask for, `sound` the files that name nothing
    unknown, each with the rules it was held against, by identity.
    """

    edits: dict[tuple[object, ...], frozenset[str]] = field(default_factory=dict)
    sound: set[tuple[int, int]] = field(default_factory=set)

    def edits_of(self, settings: Settings) -> frozenset[str]:
        """Give the ids of the edits that settings may name."""
        key = (settings.form, settings.forms, settings.form_packs)
        if key not in self.edits:
            self.edits[key] = frozenset(_known_edits(settings))
        return self.edits[key]


def refuse_unknown(
    settings: Settings, layers: Sequence[Stated] = (), known: Known | None = None
) -> None:
    """Refuse settings that name a rule, an edit or a form that does not exist.

    `layers` are what the settings were made of: what they name is refused with its place.
    """
    known = known or Known()
    rules = rules_in(settings, layers)
    _refuse_unknown_forms(settings, layers)
    named = (*settings.edits_on, *settings.edits_off)
    edits = known.edits_of(settings) if named else frozenset()
    unknown = [edit for edit in named if edit not in edits]
    for stated in layers:
        faults = [*islice(_unknown_edits(stated, unknown, edits), _MOST)]
        if (id(stated), id(rules)) not in known.sound:
            faults += islice(_unknown_rules(stated, rules), _MOST)
        if faults:
            raise refused(stated.written, faults, settings.language)
        known.sound.add((id(stated), id(rules)))
    for word in (*settings.select, *settings.ignore):
        rules_named(word, settings.language, rules)


def _named(word: str, rules: Sequence[R]) -> tuple[R, ...]:
    return selected(rules, select=(word,), preview=True)


def _unknown_rules(stated: Stated, rules: Sequence[Listed]) -> Iterator[Fault]:
    for path, word in rules_named_in(stated.values):
        if not _named(word, rules):
            yield Fault(path, _no_such_rule(word, rules))


def _no_such_rule(word: str, rules: Sequence[Listed]) -> Text:
    known = [name for rule in rules for name in (rule.code, rule.name)]
    nearest = (did_you_mean(one, known) for one in (word, word.upper()))
    return _no_such("no such rule", word, next((one for one in nearest if one.en), Text("", "")))


def _no_such(key: str, word: str, near: Text) -> Text:
    said = FAULTS[key]
    return Text(said.zh.format(name=word) + near.zh, said.en.format(name=word) + near.en)


def _unknown_edits(stated: Stated, unknown: Sequence[str], known: Iterable[str]) -> Iterator[Fault]:
    for path, word in edits_named_in(stated.values):
        if word in unknown:
            yield Fault(path, _no_such("no such edit", word, did_you_mean(word, known)))


def _refuse_unknown_forms(settings: Settings, layers: Sequence[Stated]) -> None:
    """Refuse forms that are not there, among those that count in the end."""
    wanted = {settings.form, *(one.form for one in settings.datasets)}
    for stated in layers:
        faults = []
        for path, name in forms_named_in(stated.values):
            places = (stated.folder, stated.folder.absolute())
            for form in wanted & {form_seen_from(folder, name) for folder in places}:
                said = form_fault(form, settings) if form else None
                faults += [Fault(path, said)] if said else []
        if faults:
            raise refused(stated.written, faults, settings.language)


def _known_edits(settings: Settings) -> list[str]:
    named = settings.form
    forms = [form_named(named, settings)] if named else forms_of(settings)
    inside = [edit for form in forms for table in form.tables for edit in table.edits]
    edits = (*inside, *(edit for form in forms for edit in form.edits))
    return [name for edit in edits for name in edit.ids]
