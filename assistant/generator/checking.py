"""Each sentence of the model against the quotes it cites: what they do not say is not shown.

A sentence passes when its form is plain, its markers are those of quotes, its figures and names
stand in the quotes that it cites, every word has a match in them, nothing is negated on one
side only, and it is in the asker's language. What cannot be told is taken for wrong: the
extractive answer is always there.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from assistant.answer import Citation
from assistant.generator.dates import Figures, figures, is_month
from assistant.generator.form import is_plain, markers, without_markers
from assistant.generator.nearness import Nearness
from assistant.generator.texts import (
    alike,
    clauses,
    content_words,
    in_order,
    is_negated,
    names,
    qualifiers,
    supported,
    words,
)
from assistant.question.spoken import in_another_language

# Measured with the bundled model: words that a quote says in another way or language reach 0.42
# and more, words that it does not say stay below 0.39.
_WORD_NEARNESS = 0.40
# In the language of the quote, true words reach 0.6.
_OWN_LANGUAGE_NEARNESS = 0.50
_MEAN_NEARNESS = 0.45


@dataclass(frozen=True, slots=True)
class Checker:
    """Checks sentences in ``language`` against ``citations``, the answer to ``question``."""

    nearness: Nearness
    question: str
    language: str
    citations: Sequence[Citation]

    def passes(self, sentence: str) -> bool:
        """Whether ``sentence`` says nothing but what the quotes that it cites say."""
        if not is_plain(sentence) or "?" in sentence:
            return False
        cited = self._cited(markers(sentence))
        said = without_markers(sentence)
        return (
            bool(cited)
            and not in_another_language(said, self.language)
            and self._figures_stand(said, cited)
            and self._names_stand(said, cited)
            and is_negated(said, self.language)
            == any(is_negated(one.quote, one.document.language) for one in cited)
            and qualifiers(said, self.language)
            <= frozenset[str]().union(
                *(qualifiers(one.quote, one.document.language) for one in cited)
            )
            and self._each_word_matches(said, cited)
        )

    def answers(self, sentence: str, short: str | None) -> bool:
        """Whether a sentence that passed says ``short``, or without one rests on quote 1."""
        if short is None:
            return 1 in markers(sentence)
        wanted, said = figures(short), without_markers(sentence)
        if wanted:
            return figures(said).hold(wanted)
        content = content_words(short, self.language)
        return all(any(alike(word, other) for other in words(said)) for word in content)

    def _cited(self, numbers: Iterable[int]) -> tuple[Citation, ...]:
        """The citations of ``numbers``; none at all when one of them does not exist."""
        known = {one.number: one for one in self.citations}
        wanted = sorted(numbers)
        return tuple(known[number] for number in wanted) if set(wanted) <= known.keys() else ()

    def _figures_stand(self, said: str, cited: Sequence[Citation]) -> bool:
        claimed = figures(said)
        if not claimed:
            return True
        quoted = " ; ".join(one.quote for one in cited)
        if not figures(quoted).hold(claimed):
            return False
        return not _among_several(claimed, figures(quoted)) or self._in_own_words(said, cited)

    def _in_own_words(self, said: str, cited: Sequence[Citation]) -> bool:
        """Whether each clause with a figure is in the words of a quote's clause with that figure.

        Where quotes give several dates or numbers, a model that swaps two uses none that is not
        there: only the words beside each tell.
        """
        parts = [part for one in cited for part in clauses(one.quote)]
        for clause in clauses(said):
            claimed = figures(clause)
            content = content_words(clause, self.language)
            if claimed and not any(
                figures(part).hold(claimed)
                and content
                and all(any(alike(word, other) for other in words(part)) for word in content)
                for part in parts
            ):
                return False
        return True

    def _names_stand(self, said: str, cited: Sequence[Citation]) -> bool:
        known = [
            " ".join((one.quote, one.section, one.document.title, one.document.publisher or ""))
            for one in cited
        ]
        # It must be about whom the quote names; only where it names nobody, whom the question does.
        quoted = [word for one in cited for word in names(one.quote, one.document.language)]
        asked = [] if figures(said) or quoted else [self.question]
        there = words(" ".join((*known, *asked)))
        named = [word for word in names(said, self.language) if not is_month(word)]
        if not all(any(alike(word, other) for other in there) for word in named):
            return False
        ordered = names(said, self.language, opening=True)
        return in_order(ordered, words(" ".join(one.quote for one in cited)))

    def _each_word_matches(self, said: str, cited: Sequence[Citation]) -> bool:
        own = all(one.document.language == self.language for one in cited)
        least = _OWN_LANGUAGE_NEARNESS if own else _WORD_NEARNESS
        near = self.nearness.near(said, self.language, [one.quote for one in cited])
        if near.mean < _MEAN_NEARNESS:
            return False
        there = words(" ".join(f"{one.quote} {one.section}" for one in cited))
        content = set(content_words(said, self.language)) | set(names(said, self.language))
        asked = set() if figures(said) else set(names(said, self.language))
        for written, likeness in near.words:
            [word] = words(written) or [""]
            if word not in content or word in asked or is_month(word):
                continue
            if likeness < least and not supported(word, there):
                return False
        return True


def _among_several(claimed: Figures, quoted: Figures) -> bool:
    """Whether a claimed figure is one of several of its kind that could be taken for each other."""
    whole = [
        one
        for one in quoted.dates
        if not any(other != one and other.says(one) for other in quoted.dates)
    ]
    return bool(claimed.dates and len(whole) > 1) or bool(
        claimed.numbers and len(quoted.numbers) > 1
    )
