"""How the house says no: a stable code for machines and a sentence for the person."""

from typing import ClassVar

from language.sentence import Sentence


class Refusal(Exception):
    """A normal answer: what was asked cannot be done, and why.

    A subclass stands beside the rule that says it, with a `code` that never changes and a
    `sentence` that tells the person what to do next. Anything else that is raised is a bug.
    """

    code: ClassVar[str]
    sentence: ClassVar[str]

    def __init__(self, **details: object) -> None:
        super().__init__(self.code)
        self.said = Sentence(self.sentence, details)


class NotFound(Refusal):
    """What was asked for is not there, or no longer."""


class Forbidden(Refusal):
    """It is there, but not for the one who asks."""
