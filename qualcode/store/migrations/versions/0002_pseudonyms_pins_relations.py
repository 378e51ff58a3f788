"""Pseudonyms, pinned quotations, and how kinds of source bear on a theme."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "pseudonym",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("replacement", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("case_id", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["case_id"], ["case.id"], initially="DEFERRED", deferrable=True),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("name"),
    )
    op.create_index("pseudonym_of_case", "pseudonym", ["case_id"], unique=False)
    op.add_column("case", sa.Column("naming", sa.Text(), nullable=False, server_default="pseudonym"))
    op.add_column("coding", sa.Column("pinned", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.add_column("theme", sa.Column("relations", sa.Text(), nullable=False, server_default="{}"))
