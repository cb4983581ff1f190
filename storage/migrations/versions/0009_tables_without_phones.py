"""Tables without phones."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring an older database to this version."""
    op.create_table(
        "paper_table",
        sa.Column("workshop_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=60), nullable=False),
        sa.Column("people", sa.Integer(), nullable=False),
        sa.Column("department_id", sa.Integer(), nullable=True),
        sa.Column("code", sa.String(length=12), nullable=False),
        sa.Column("added_at", sa.DateTime(), nullable=False),
        sa.Column("removed_at", sa.DateTime(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.CheckConstraint("people BETWEEN 1 AND 200", name=op.f("ck_paper_table_people")),
        sa.ForeignKeyConstraint(
            ["department_id"], ["department.id"], name=op.f("fk_paper_table_department_id")
        ),
        sa.ForeignKeyConstraint(
            ["workshop_id"],
            ["workshop.id"],
            name=op.f("fk_paper_table_workshop_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_paper_table")),
        sa.UniqueConstraint("code", name=op.f("uq_paper_table_code")),
    )
    with op.batch_alter_table("paper_table", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_paper_table_workshop_id"), ["workshop_id"], unique=False
        )
        batch_op.create_index(
            "uq_paper_table_name_here",
            ["workshop_id", "name"],
            unique=True,
            sqlite_where=sa.text("removed_at IS NULL"),
            postgresql_where=sa.text("removed_at IS NULL"),
        )

    op.create_table(
        "table_count",
        sa.Column("stage_id", sa.Integer(), nullable=False),
        sa.Column("table_id", sa.Integer(), nullable=False),
        sa.Column("idea_id", sa.Integer(), nullable=False),
        sa.Column("votes", sa.Integer(), nullable=False),
        sa.Column("against", sa.Integer(), nullable=False),
        sa.Column("passed", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "votes >= 0 AND against >= 0 AND passed >= 0", name=op.f("ck_table_count_counted")
        ),
        sa.ForeignKeyConstraint(
            ["idea_id"], ["idea.id"], name=op.f("fk_table_count_idea_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["stage_id"], ["stage.id"], name=op.f("fk_table_count_stage_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["table_id"],
            ["paper_table.id"],
            name=op.f("fk_table_count_table_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_table_count")),
        sa.UniqueConstraint(
            "stage_id", "table_id", "idea_id", name=op.f("uq_table_count_stage_id_table_id_idea_id")
        ),
    )
    op.create_table(
        "table_idea",
        sa.Column("idea_id", sa.Integer(), nullable=False),
        sa.Column("table_id", sa.Integer(), nullable=False),
        sa.Column("client_id", sa.String(length=60), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["idea_id"], ["idea.id"], name=op.f("fk_table_idea_idea_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["table_id"],
            ["paper_table.id"],
            name=op.f("fk_table_idea_table_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_table_idea")),
        sa.UniqueConstraint("idea_id", name=op.f("uq_table_idea_idea_id")),
        sa.UniqueConstraint("table_id", "client_id", name=op.f("uq_table_idea_table_id_client_id")),
    )


def downgrade() -> None:
    """Take it back."""
    op.drop_table("table_idea")
    op.drop_table("table_count")
    with op.batch_alter_table("paper_table", schema=None) as batch_op:
        batch_op.drop_index(
            "uq_paper_table_name_here",
            sqlite_where=sa.text("removed_at IS NULL"),
            postgresql_where=sa.text("removed_at IS NULL"),
        )
        batch_op.drop_index(batch_op.f("ix_paper_table_workshop_id"))

    op.drop_table("paper_table")
