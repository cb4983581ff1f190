"""Several options at once, up to a limit; some options can only be chosen alone."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import ClassVar, Self

from language import N_
from questions.definition import Definition, options_in, positive
from questions.kind import Bar, Cell, Fault, Fields, NotAnOption, Option, Tally, TallyRow


class TooManyChosen(Fault):
    """More was chosen than may be."""

    code = "too_many_chosen"
    sentence = N_("Choose at most %(most)s. You have chosen %(chosen)s")


class OnlyAlone(Fault):
    """An option that excludes the others was chosen together with others."""

    code = "only_alone"
    sentence = N_("“%(option)s” does not go together with the other options")


@dataclass(frozen=True)
class MultipleChoice:
    """Any of several options. The answer is a set of keys, stored in the order of the options."""

    name: ClassVar[str] = "multiple_choice"
    settings: ClassVar[frozenset[str]] = frozenset({"options", "max_choices"})

    options: tuple[Option, ...]
    most: int | None = None
    """The most that may be chosen; None for no such limit."""

    @classmethod
    def defined(cls, definition: Definition) -> Self:
        """The question as its definition says."""
        options = options_in(definition)
        if any(option.free_text for option in options):
            raise ValueError("options: only a single choice can ask for words")
        limited = definition.get("max_choices") is not None
        return cls(options, positive(definition, "max_choices") if limited else None)

    @property
    def parts(self) -> tuple[str, ...]:
        """All of it is one part, sent once per choice."""
        return ("",)

    def read(self, fields: Fields) -> list[str] | None:
        """The keys of what was chosen, each once, the unknown ones last; None when nothing was."""
        chosen = {text for text in fields.get("", ()) if text}
        known = [option.key for option in self.options if option.key in chosen]
        return [*known, *sorted(chosen.difference(known))] or None

    def check(self, answer: Sequence[str]) -> None:
        """Refuse unknown options, too many, and company for an option that stands alone."""
        options = {option.key: option for option in self.options}
        if set(answer) - options.keys():
            raise NotAnOption
        if self.most is not None and len(answer) > self.most:
            raise TooManyChosen(most=self.most, chosen=len(answer))
        alone = [options[key] for key in answer if options[key].exclusive]
        if alone and len(answer) > 1:
            raise OnlyAlone(option=alone[0].label)

    def tally(self, answers: Iterable[Sequence[str]]) -> Tally:
        """How many chose each option."""
        chosen_by_each = [set(answer) for answer in answers]
        chosen = Counter(key for each in chosen_by_each for key in each)
        bars = tuple(
            Bar(option.key, option.label, chosen[option.key], chosen[option.key])
            for option in self.options
        )
        return Tally(len(chosen_by_each), (TallyRow("", "", bars),))

    def cells(self, answer: Sequence[str]) -> tuple[Cell, ...]:
        """What was chosen, in its own words."""
        labels = {option.key: option.label for option in self.options}
        return tuple(Cell(key, "", labels.get(key, key)) for key in answer)

    def comparable(self, answer: Sequence[str]) -> list[str]:
        """The keys of what was chosen."""
        return list(answer)
