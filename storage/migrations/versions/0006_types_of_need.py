"""Types of need."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring an older database to this version."""
    with op.batch_alter_table("idea", schema=None) as batch_op:
        batch_op.add_column(sa.Column("need", sa.String(length=10), nullable=True))


def downgrade() -> None:
    """Take it back."""
    with op.batch_alter_table("idea", schema=None) as batch_op:
        batch_op.drop_column("need")
