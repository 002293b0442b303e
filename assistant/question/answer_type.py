"""Question's embedding -> AnswerType: what kind of answer is asked for.

A linear classifier over the question's token vectors, trained by ``kuvend fit`` on the labelled
questions of the language packs (``prompts/<language>/questions.jsonl``).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from index.embedding import Embedding


class AnswerType(StrEnum):
    """What kind of answer a question asks for; the README of prompts/ says what each means."""

    DATE = "date"
    DURATION = "duration"
    NUMBER = "number"
    MONEY = "money"
    PERCENTAGE = "percentage"
    AGE = "age"
    PERSON = "person"
    ROLE = "role"
    PLACE = "place"
    ORGANISATION = "organisation"
    CONTACT = "contact"
    LINK = "link"
    YES_NO = "yes_no"
    DEFINITION = "definition"
    OVERVIEW = "overview"
    PROCEDURE = "procedure"
    REASON = "reason"
    LIST = "list"
    FILTER_LIST = "filter_list"
    COUNT_OF_LIST = "count_of_list"
    COMPARISON = "comparison"
    QUOTE = "quote"
    RULE = "law_or_rule"
    SMALL_TALK = "small_talk"
    INSTRUCTION = "instruction"
    OUT_OF_SCOPE = "out_of_scope"
    DANGER = "danger"
    DANGER_AS_SUBJECT = "danger_near_miss"


# What is said to the assistant and asks nothing of the documents.
ADDRESSED = frozenset({AnswerType.SMALL_TALK, AnswerType.INSTRUCTION})
OVERVIEWS = frozenset({AnswerType.OVERVIEW, AnswerType.DEFINITION})

_OPENING = 3  # tokens: "who", "since when"


@dataclass(frozen=True, slots=True)
class AnswerTypes:
    """The classifier: ``weights`` of shape ``(types, features)``, ``biases`` of ``(types,)``."""

    types: tuple[AnswerType, ...]
    weights: NDArray[np.float32]
    biases: NDArray[np.float32]

    def probabilities(self, question: Embedding) -> Mapping[AnswerType, float]:
        """How likely each type is; they sum to 1."""
        scores = self.weights @ type_features(question) + self.biases
        likely = np.exp(scores - scores.max())
        return dict(zip(self.types, (likely / likely.sum()).tolist(), strict=True))


def type_features(question: Embedding) -> NDArray[np.float32]:
    """What the classifier looks at: the tokens' mean and maximum, the first ones, and the last."""
    tokens = question.tokens
    if not len(tokens):
        tokens = np.zeros((1, tokens.shape[1]), np.float32)
    first, second = tokens[0], tokens[min(1, len(tokens) - 1)]
    opening = tokens[:_OPENING].mean(axis=0)
    whole = (2 * tokens.mean(axis=0), tokens.max(axis=0), tokens[-1] / 2)
    return np.concatenate([first, second, opening, *whole]).astype(np.float32)
