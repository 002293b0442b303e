"""Which words of a passage a question meets: the same, in another form, or with a typing error."""

from rapidfuzz.distance import OSA

from index.language import fold, folded_words, is_function_word, latin
from index.language.script import WORD

# Shorter words are in half of all sentences: marking them would mark nothing.
_MIN_WORD = 3
# From this length a word marks its longer forms too, as it does while it is being typed.
_MIN_BEGINNING = 4
# Forms of one word share so many letters and differ in so short an ending.
_MIN_STEM = 5
_MAX_ENDING = 4
_MIN_MISTYPED = 5


def highlights(text: str, question: str, language: str) -> tuple[tuple[int, int], ...]:
    """The spans of the words of ``text``, in code points, that words of ``question`` meet.

    ``language`` is the question's: its function words mark nothing.
    """
    words = {
        word
        for word in folded_words(latin(question))
        if word.isdigit() or (len(word) >= _MIN_WORD and not is_function_word(word, language))
    }
    known: dict[str, bool] = {}
    spans: list[tuple[int, int]] = []
    for match in WORD.finditer(text):
        form = match.group()
        if form not in known:
            folded = fold(latin(form))
            known[form] = any(_meets(word, folded) for word in words)
        if known[form]:
            spans.append(match.span())
    return tuple(spans)


def _meets(word: str, form: str) -> bool:
    if word == form:
        return True
    if word.isdigit() or form.isdigit() or word[0] != form[0]:
        return False
    if len(word) >= _MIN_BEGINNING and form.startswith(word):
        return True
    shared = next((at for at, (a, b) in enumerate(zip(word, form, strict=False)) if a != b), None)
    stem = min(len(word), len(form)) if shared is None else shared
    if stem >= _MIN_STEM and max(len(word), len(form)) - stem <= _MAX_ENDING:
        return True
    return len(word) >= _MIN_MISTYPED and OSA.distance(word, form, score_cutoff=1) <= 1
