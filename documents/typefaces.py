"""The typefaces of the PDF documents, and which signs they have."""

import re
from functools import cache
from pathlib import Path

import typst

FOLDER = Path(__file__).parent.parent / "static" / "vendor"
MISSING = "\N{WHITE SQUARE}"
"""What stands for a sign that none of them has."""

_CERTAIN = re.compile(r"[\n -~\xa0-\xac\xae-\xff\u2013\u2014\u2018-\u201e\u2022\u2026]*")
_TRIAL = b'#set document(title: "-")\n#set text(font: ("Inter", "Noto Emoji"))\n#sys.inputs.text'


@cache
def typefaces() -> typst.Fonts:
    """Ours, and those that Typst carries; never those of the machine, which differ."""
    return typst.Fonts(include_system_fonts=False, font_paths=[FOLDER])


def drawable(text: str) -> str:
    """The text, with MISSING for each sign that cannot be drawn.

    A document that is made to be kept may hold nothing that is not drawn, and is refused whole
    if it does; so a sign that is out of the ordinary is tried first.
    """
    if _CERTAIN.fullmatch(text) or _can_draw(text):
        return text
    tried = "".join(sign if _has(sign) else MISSING for sign in text)
    return tried if _can_draw(tried) else "".join(_CERTAIN.findall(text)) or MISSING


@cache
def _has(sign: str) -> bool:
    return bool(_CERTAIN.fullmatch(sign)) or _can_draw(sign)


def _can_draw(text: str) -> bool:
    try:
        typst.compile(
            _TRIAL,
            font_paths=typefaces(),
            ignore_system_fonts=True,
            sys_inputs={"text": text},
            pdf_standards=["ua-1", "a-2a"],
        )
    except typst.TypstError:
        return False
    return True
