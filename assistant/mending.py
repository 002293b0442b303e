"""Question -> the question with its typing errors mended as the documents spell."""

from collections.abc import Mapping
from dataclasses import replace

from assistant.content import Word
from assistant.glossary import meanings
from assistant.question import Question
from index.language import Spelling, fold

_MENDED = 5  # shorter words have too many neighbours


def mended(question: Question, spellings: Mapping[str, Spelling]) -> Question:
    """``question`` with the typing errors of its words mended as the documents spell them."""
    spelling = spellings.get(question.language)
    if spelling is None:
        return question
    words = tuple(_mended(word, spelling, question.language) for word in question.words)
    return replace(question, words=words)


def _mended(word: Word, spelling: Spelling, language: str) -> Word:
    if word.name or word.meanings or len(word.folded) < _MENDED:
        return word
    folded = fold(spelling.respelt(word.text).text)
    return replace(word, folded=folded, meanings=meanings(folded, language))
