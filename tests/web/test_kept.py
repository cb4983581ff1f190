from markupsafe import Markup

from web.kept import MOST_KEPT, kept


def test_the_same_words_are_drawn_once() -> None:
    drawn: list[str] = []

    def card(text: str) -> Markup:
        drawn.append(text)
        return Markup(f"<li>{len(drawn)}</li>")

    first = kept("once", card, "Leie-til-eie")
    assert kept("once", card, "Leie-til-eie") == first
    assert kept("once", card, "Leie-til-eie i ti rekkehus") != first
    assert drawn == ["Leie-til-eie", "Leie-til-eie i ti rekkehus"]


def test_only_so_much_is_kept() -> None:
    for n in range(MOST_KEPT + 1):
        kept("many", lambda n: Markup(str(n)), n)
    drawn_again: list[int] = []

    def again(n: int) -> Markup:
        drawn_again.append(n)
        return Markup(str(n))

    kept("many", again, MOST_KEPT)
    kept("many", again, 0)

    assert drawn_again == [0]
