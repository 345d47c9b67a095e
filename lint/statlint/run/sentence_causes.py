"""The likely causes of sentences that do not add up: which figure, and what it may have to be."""

from __future__ import annotations

from statlint.confront import Instance
from statlint.diagnosis import Certainty
from statlint.diagnosis.sentence import Guess, guesses
from statlint.finding import Alternative
from statlint.run.cause_cells import change_of, name_of, proposal_of
from statlint.run.cause_words import event_words, possible_words
from statlint.run.told import Told, said
from statlint.values import Language, Text

_WORTH_A_LOOK = 0.2
_NOTHING = Text("", "")
_UNSURE = Text(
    "仅凭本句不能确定是哪个数有误，请逐项核对",
    "The sentence does not tell which figure is wrong: look at each",
)
_LIKELY = Text(
    "仅凭本句不能确定是哪个数有误，最可能的是",
    "The sentence does not tell which figure is wrong, most likely",
)


def of_sentence(failed: Instance, certainty: Certainty, language: Language) -> Told:
    """Tell which figure of a sentence may be wrong, as far as the figures themselves say."""
    worth = [one for one in guesses(failed) if one.probability >= _WORTH_A_LOOK]
    if not worth:
        return Told((failed,), certainty, message=_UNSURE.of(language))
    found = tuple(_told(one, language) for one in worth)
    suspects = tuple(one.fact for one in worth)
    return Told((failed,), certainty, found, _LIKELY.of(language), suspects)


def _told(guess: Guess, language: Language) -> Alternative:
    fact, figure = guess.fact, guess.figure
    change = change_of(fact, figure, name_of(fact, several=False, language=language), None)
    words = possible_words([event_words(guess.slip, [change], _NOTHING)], guess.probability)
    return Alternative(
        cells=(proposal_of(fact, figure),),
        reason=guess.slip.value,
        probability=said(guess.probability),
        message=words.of(language),
    )
