"""How Alembic reaches the database: by the connection that storage hands it."""

from typing import Literal

from alembic import context

from storage.rows import Moment, Row


def render_item(kind: str, item: object, _context: object) -> str | Literal[False]:
    """Our own type is written into a migration as the plain one that it stores."""
    return "sa.DateTime()" if kind == "type" and isinstance(item, Moment) else False


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Row.metadata,
    render_as_batch=True,  # SQLite changes a table by making a new one
    render_item=render_item,
)
with context.begin_transaction():
    context.run_migrations()
