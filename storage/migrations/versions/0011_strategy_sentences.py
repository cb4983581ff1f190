"""Strategy sentences."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring an older database to this version."""
    op.create_table(
        "strategy_sentence",
        sa.Column("stage_id", sa.Integer(), nullable=False),
        sa.Column("participant_id", sa.Integer(), nullable=True),
        sa.Column("client_id", sa.String(length=40), nullable=False),
        sa.Column("what", sa.String(), nullable=False),
        sa.Column("purpose", sa.String(), nullable=False),
        sa.Column("hidden_at", sa.DateTime(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "length(purpose) BETWEEN 1 AND 300", name=op.f("ck_strategy_sentence_purpose_length")
        ),
        sa.CheckConstraint(
            "length(what) BETWEEN 1 AND 300", name=op.f("ck_strategy_sentence_what_length")
        ),
        sa.ForeignKeyConstraint(
            ["participant_id"],
            ["participant.id"],
            name=op.f("fk_strategy_sentence_participant_id"),
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["stage_id"],
            ["stage.id"],
            name=op.f("fk_strategy_sentence_stage_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_strategy_sentence")),
        sa.UniqueConstraint(
            "participant_id",
            "client_id",
            name=op.f("uq_strategy_sentence_participant_id_client_id"),
        ),
    )
    with op.batch_alter_table("strategy_sentence", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_strategy_sentence_stage_id"), ["stage_id"], unique=False
        )

    op.create_table(
        "sentence_idea",
        sa.Column("sentence_id", sa.Integer(), nullable=False),
        sa.Column("idea_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["idea_id"], ["idea.id"], name=op.f("fk_sentence_idea_idea_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["sentence_id"],
            ["strategy_sentence.id"],
            name=op.f("fk_sentence_idea_sentence_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sentence_idea")),
        sa.UniqueConstraint(
            "sentence_id", "idea_id", name=op.f("uq_sentence_idea_sentence_id_idea_id")
        ),
    )


def downgrade() -> None:
    """Take it back."""
    op.drop_table("sentence_idea")
    with op.batch_alter_table("strategy_sentence", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_strategy_sentence_stage_id"))

    op.drop_table("strategy_sentence")
