"""What stands on each page of a survey: one section with its questions, or the review of all."""

from collections.abc import Collection
from dataclasses import dataclass

from questions import Cell, Fault, Fields
from surveys.answering import (
    AnswerMissing,
    Reading,
    State,
    Typed,
    kept_aside,
    read_typed,
    sections_shown,
)
from surveys.questionnaire import Question, Questionnaire, Section


@dataclass(frozen=True)
class Asked:
    """A question as it stands on a page: with what has been typed, and what is wrong with it."""

    question: Question
    typed: Fields
    fault: Fault | None = None
    added: bool = False
    """Whether an answer on this very page has called it forth."""

    @property
    def target(self) -> str:
        """The id of the input that someone must go to."""
        at_fault = self.fault.parts if self.fault else ()
        part = (*at_fault, *self.question.kind.parts)[0]
        return f"{self.question.key}-{part}" if part else self.question.key

    @property
    def calls_itself(self) -> bool:
        """Whether the fault already says which question it is about."""
        return isinstance(self.fault, AnswerMissing)


@dataclass(frozen=True)
class SectionPage:
    """One section as this person sees it."""

    section: Section
    asked: tuple[Asked, ...]
    place: int
    """Its place among the sections that are shown, from 1; 0 when it is not shown."""
    total: int
    previous: int | None
    """The number of the section before it; None on the first."""
    following: int | None
    """The number of the section after it; None when only the review is left."""

    @property
    def faulty(self) -> tuple[Asked, ...]:
        """The questions with something wrong."""
        return tuple(asked for asked in self.asked if asked.fault)

    @property
    def added(self) -> tuple[Asked, ...]:
        """The questions that an answer on this page has called forth."""
        return tuple(asked for asked in self.asked if asked.added)


@dataclass(frozen=True)
class ReviewLine:
    """One question with its answer, as people read it."""

    section: Section
    asked: Asked
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Review:
    """Everything that will be sent, and what will not."""

    sections: tuple[tuple[Section, tuple[ReviewLine, ...]], ...]
    kept_aside: tuple[ReviewLine, ...]

    @property
    def faulty(self) -> tuple[ReviewLine, ...]:
        """What must be mended before it can be sent."""
        return tuple(line for _, lines in self.sections for line in lines if line.asked.fault)


def section_page(
    questionnaire: Questionnaire, typed: Typed, section: Section,
    *, checked: Collection[str] = (), added: Collection[str] = (),
) -> SectionPage:  # fmt: skip
    """The page of one section; only the questions in `checked` show what is wrong with them."""
    reading = read_typed(questionnaire, typed)
    shown = [each.number for each in sections_shown(questionnaire, reading)]
    asked = tuple(
        Asked(
            question,
            typed.get(question.key, {}),
            reading.faults.get(question.key) if question.key in checked else None,
            question.key in added,
        )
        for question in reading.relevant(section)
    )
    before = [number for number in shown if number < section.number]
    after = [number for number in shown if number > section.number]
    return SectionPage(
        section=section,
        asked=asked,
        place=len(before) + 1 if section.number in shown else 0,
        total=len(shown),
        previous=before[-1] if before else None,
        following=after[0] if after else None,
    )


def page_after_sending(
    questionnaire: Questionnaire, typed: Typed, section: Section, on_the_page: Collection[str]
) -> SectionPage:
    """The page of a section that has just been sent: what stood on it is checked, the rest is new.

    A question that an answer called forth could not be answered yet, so it is not at fault.
    """
    keys = {question.key for question in section.questions}
    return section_page(
        questionnaire, typed, section, checked=on_the_page, added=keys.difference(on_the_page)
    )


def resume_at(questionnaire: Questionnaire, typed: Typed) -> int | None:
    """The first section in which something is missing or wrong; None when nothing is."""
    reading = read_typed(questionnaire, typed)
    for section in questionnaire.sections:
        if any(question.key in reading.faults for question in section.questions):
            return section.number
    return None


def review_of(questionnaire: Questionnaire, typed: Typed) -> Review:
    """Everything that someone has answered, section by section."""
    reading = read_typed(questionnaire, typed)
    sections = tuple(
        (section, tuple(_line(section, question, typed, reading) for question in asked))
        for section in questionnaire.sections
        if (asked := reading.relevant(section))
    )
    aside = kept_aside(questionnaire, typed, reading)
    lines = tuple(
        _line(section, question, typed, reading)
        for section in questionnaire.sections
        for question in section.questions
        if question in aside
    )
    return Review(sections, lines)


def _line(section: Section, question: Question, typed: Typed, reading: Reading) -> ReviewLine:
    fields = typed.get(question.key, {})
    asked = Asked(question, fields, reading.faults.get(question.key))
    answered = reading.states[question.key] == State.ANSWERED
    cells = question.kind.cells(reading.answers[question.key]) if answered else _as_typed(asked)
    return ReviewLine(section, asked, cells)


def _as_typed(asked: Asked) -> tuple[Cell, ...]:
    """What was typed, as far as it can be read; else word for word."""
    kind = asked.question.kind
    try:
        answer = kind.read(asked.typed)
        return () if answer is None else kind.cells(answer)
    except Fault:
        texts = (text for given in asked.typed.values() for text in given if text.strip())
        return tuple(Cell("", "", text) for text in texts)
