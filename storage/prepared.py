"""Statements that are written out once, for what a thousand phones say at the same moment.

SQLAlchemy makes the text, and its connection holds the transaction; the driver is then spoken
to directly, which costs a tenth. So what goes in and comes out is what the driver knows:
numbers, texts and None, but no moments.
"""

from collections import namedtuple
from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, Dialect, Executable
from sqlalchemy.sql.compiler import SQLCompiler

Names = Mapping[str, Any]


class Prepared:
    """A statement, with its own text for each dialect.

    Its rows have the names of its columns, as SQLAlchemy's have.
    """

    def __init__(self, statement: Executable | Mapping[str, Executable]) -> None:
        """`statement` is one for every dialect, or one for each by the dialect's name."""
        self._statement = statement
        self._written: dict[str, _Text] = {}

    def run(self, connection: Connection, names: Names) -> int:
        """Do it, and give the number of rows that it was done to."""
        return int(self._said(connection, names)[0].rowcount)

    def one(self, connection: Connection, names: Names) -> Any:
        """Its only row, or None."""
        cursor, text = self._said(connection, names)
        row = cursor.fetchone()
        cursor.close()
        return None if row is None else text.row_of(cursor)(*row)

    def all(self, connection: Connection, names: Names) -> list[Any]:
        """All its rows."""
        cursor, text = self._said(connection, names)
        make = text.row_of(cursor)
        return [make(*row) for row in cursor.fetchall()]

    def _said(self, connection: Connection, names: Names) -> tuple[Any, "_Text"]:
        text = self._written.get(connection.dialect.name) or self._write_out(connection.dialect)
        cursor = connection.connection.cursor()
        cursor.execute(text.text, text.bound(names))
        return cursor, text

    def _write_out(self, dialect: Dialect) -> "_Text":
        statement = self._statement
        if isinstance(statement, Mapping):
            statement = statement[dialect.name]
        text = self._written[dialect.name] = _Text(statement.compile(dialect=dialect))  # type: ignore[attr-defined]
        return text


class _Text:
    """A statement in the words of one dialect."""

    def __init__(self, compiled: SQLCompiler) -> None:
        self.text = str(compiled)
        self._fixed = dict(compiled.params)
        self._order = compiled.positiontup
        self._row: Any = None

    def bound(self, names: Names) -> Any:
        """What goes in, in the order in which the driver asks for it."""
        values = {**self._fixed, **names}
        return values if self._order is None else [values[name] for name in self._order]

    def row_of(self, cursor: Any) -> Any:
        """What makes a row of values, with the names of the columns."""
        if self._row is None:
            names = [column[0] for column in cursor.description]
            self._row = namedtuple("Row", names, rename=True)  # type: ignore[misc]  # noqa: PYI024
        return self._row
