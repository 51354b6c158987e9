"""Judgements get a note: why somebody judged so."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Adds the column; judgements made before have no note."""
    op.add_column("judgements", sa.Column("note", sa.Text(), nullable=True))
