"""Whether a sentence says more than the question: "the Steering Committee" does not say who sits
on the Steering Committee."""

from assistant.glossary import meanings_anywhere
from assistant.lexicon import lexicon
from assistant.matching import same_word
from assistant.question import Question
from index.language import folded_words

_SHORT = 3  # letters; shorter words say little


def only_echoes(question: Question, text: str, language: str) -> bool:
    """Whether each word of ``text``, which is in ``language``, stands in ``question`` as well."""
    small = lexicon(language).stop
    said = [
        word
        for word in folded_words(text)
        if word.isdigit() or (len(word) >= _SHORT and word not in small)
    ]
    return all(_is_asked(question, word) for word in said)


def _is_asked(question: Question, word: str) -> bool:
    known = meanings_anywhere(word)
    return any(same_word(one.folded, word) or bool(one.meanings & known) for one in question.words)
