"""Follow-up questions made to stand alone: they take over what they leave unsaid."""

from collections.abc import Sequence

from assistant.answer import Turn
from assistant.question.lexicon import lexicon
from assistant.question.question import Question, understand
from index.language import folded_words

_NAME_WORDS = 4
_SHORT = 9
_FEW_WORDS = 2  # a question with no more content words than this may lean on the one before


def stand_alone(
    question: Question, asked: str, history: Sequence[Turn], language: str | None
) -> Question:
    """``question`` with what it takes over from the last question of ``history``."""
    earlier = [turn.content for turn in history if turn.role == "user"]
    if not earlier:
        return question
    spoken = language or understand(earlier[-1]).language
    words = list(folded_words(asked))
    follows = lexicon(spoken).follow_up
    opens = bool(words) and words[0] in follows
    points_back = any(word in lexicon(spoken).anaphora for word in words)
    only_names = 2 * len(question.names) > len(question.words)
    if only_names and opens and not points_back and len(question.words) <= _NAME_WORDS:
        return _swapped(question, earlier[-1], spoken)
    short = not question.names and (opens or len(question.words) <= _FEW_WORDS)
    leans = short or (points_back and len(words) <= _SHORT)
    if not leans:
        # What stands alone speaks its own language, whatever was spoken before.
        return question
    # "Which are they?" asks of all that was asked before, not only of its names.
    before = understand(earlier[-1], spoken).words
    said = " ".join(word.text for word in before)
    subject = _subject(earlier, spoken) if question.words else said
    return understand(f"{asked} ({subject})" if subject else asked, spoken)


def _subject(earlier: Sequence[str], language: str) -> str:
    """The names of the latest question that has any, else its content words."""
    for text in reversed(earlier):
        names = understand(text, language).names
        if names:
            return " ".join(word.text for word in names)
    return " ".join(word.text for word in understand(earlier[-1], language).words)


def _swapped(question: Question, earlier: str, language: str) -> Question:
    """The question before, asked of the name that this one gives: "And the other one?"."""
    before = understand(earlier, language)
    text = before.text
    for word in reversed(before.names):
        text = text[: word.start] + text[word.end :]
    return understand(f"{text} {' '.join(word.text for word in question.names)}", language)
