"""Comparisons."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring an older database to this version."""
    op.create_table(
        "comparison",
        sa.Column("stage_id", sa.Integer(), nullable=False),
        sa.Column("participant_id", sa.Integer(), nullable=False),
        sa.Column("first_id", sa.Integer(), nullable=False),
        sa.Column("second_id", sa.Integer(), nullable=False),
        sa.Column("value", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.CheckConstraint("first_id < second_id", name=op.f("ck_comparison_one_row_for_a_pair")),
        sa.CheckConstraint("value BETWEEN -1 AND 1", name=op.f("ck_comparison_value")),
        sa.ForeignKeyConstraint(
            ["first_id"], ["idea.id"], name=op.f("fk_comparison_first_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["participant_id"],
            ["participant.id"],
            name=op.f("fk_comparison_participant_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["second_id"], ["idea.id"], name=op.f("fk_comparison_second_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["stage_id"], ["stage.id"], name=op.f("fk_comparison_stage_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_comparison")),
        sa.UniqueConstraint(
            "stage_id",
            "participant_id",
            "first_id",
            "second_id",
            name=op.f("uq_comparison_stage_id_participant_id_first_id_second_id"),
        ),
    )


def downgrade() -> None:
    """Take it back."""
    op.drop_table("comparison")
