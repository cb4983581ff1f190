"""What a visitor reads in a page: the links, the form token, what can be chosen."""

from collections import defaultdict
from collections.abc import Mapping
from html.parser import HTMLParser

Attributes = Mapping[str, str]


class Page(HTMLParser):
    """A page as someone without eyes for its looks reads it."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.csrf_token = ""
        self.choices: dict[str, dict[str, str]] = defaultdict(dict)
        """For each name the values that can be chosen and their labels, as the page has them."""
        self.code = ""
        """The code of a workshop, where the page shows one."""
        self._select = ""
        self._at_code = False
        self._unlabelled: tuple[str, str] | None = None
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note links, inputs and options."""
        given = {name: value or "" for name, value in attrs}
        self._at_code = "code" in given.get("class", "").split()
        if tag == "a":
            self.links.append(given.get("href", ""))
        elif tag == "select":
            self._select = given.get("name", "")
        elif tag == "option":
            self._choose(self._select, given)
        elif tag in {"input", "button"}:
            self._note_input(given)

    def handle_data(self, data: str) -> None:
        """Take the first text after something that can be chosen as its label."""
        if self._at_code and data.strip():
            self.code = self.code or data.strip()
            self._at_code = False
        if self._unlabelled and data.strip():
            name, value = self._unlabelled
            self.choices[name][value] = " ".join(data.split())
            self._unlabelled = None

    def _note_input(self, given: Attributes) -> None:
        if given.get("name") == "csrf_token":
            self.csrf_token = given.get("value", "")
        elif given.get("type") in {"radio", "submit"}:
            self._choose(given.get("name", ""), given)

    def _choose(self, name: str, given: Attributes) -> None:
        if name and given.get("value"):
            self.choices[name][given["value"]] = ""
            self._unlabelled = (name, given["value"])
