"""Languages in one place: telling them apart, their letters, words and spellings."""

from index.language.detect import LANGUAGES, detect, is_function_word
from index.language.script import fold, folded_words, latin
from index.language.spelling import Respelt, Spelling, count_words

__all__ = [
    "LANGUAGES",
    "Respelt",
    "Spelling",
    "count_words",
    "detect",
    "fold",
    "folded_words",
    "is_function_word",
    "latin",
]
