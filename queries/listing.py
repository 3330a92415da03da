"""The questions as people are offered them: by theme, by their words, and the nearest to one that there is not."""

from collections.abc import Mapping
from difflib import get_close_matches

from graph_schema.errors import Nearby, NotFound
from queries.answer import Words
from queries.catalog import QUESTIONS, Question

# The folders whose questions people ask. The others hold what pages of their own rest on.
THEMES: Mapping[str, Words] = {
    "duty": Words("谁在岗、谁负责", "On duty and in charge"),
    "uncovered": Words("哪里没有人", "Where nobody is"),
    "units": Words("单位包联", "Units and what they cover"),
    "party": Words("党员和党组织", "Party members and organisations"),
    "care": Words("关爱和诉求", "Care and requests"),
    "recruiting": Words("专长和招募", "Skills and recruiting"),
    "analysis": Words("分析", "Analysis"),
}


def themes(*, like: str = "", every: bool = False) -> dict[str, tuple[Question, ...]]:
    """The questions by theme, in their order; `like`: only those whose words hold it. `every`: of all folders."""
    wanted = like.casefold().split()
    names = [*THEMES, *sorted({question.theme for question in QUESTIONS.values()} - THEMES.keys() if every else ())]
    found = {
        theme: tuple(q for q in QUESTIONS.values() if q.theme == theme and all(word in _said(q) for word in wanted))
        for theme in names
    }
    return {theme: questions for theme, questions in found.items() if questions}


def theme_words(theme: str) -> Words:
    """What a theme is called; a folder that only pages ask has its own name."""
    return THEMES.get(theme, Words(theme, theme))


def known(question_id: str) -> Question:
    """The question with this id. Raises NotFound, with the nearest."""
    question = QUESTIONS.get(question_id)
    if question is None:
        raise NotFound(f"没有“{question_id}”这个问题。", f"There is no question {question_id}.", _nearest(question_id))
    return question


def _nearest(written: str) -> tuple[Nearby, ...]:
    named = {q.id: q for q in QUESTIONS.values()} | {q.title.zh: q for q in QUESTIONS.values()}
    close = get_close_matches(written, named, n=5, cutoff=0.4)
    found = {named[name].id: named[name] for name in close}
    return tuple(Nearby("Question", question.id, question.title.zh) for question in found.values())


def _said(question: Question) -> str:
    title, asked = question.title, question.question
    words = theme_words(question.theme)
    return " ".join((question.id, title.zh, title.en, asked.zh, asked.en, words.zh, words.en)).casefold()
