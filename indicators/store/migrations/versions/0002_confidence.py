"""How sure a row is, and what speaks against it; "" until its document is read again."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0002"
down_revision: str | None = "0001"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    """Add the columns."""
    for name in ("confidence", "reasons"):
        op.add_column("observations", sa.Column(name, sa.Text(), nullable=False, server_default=""))


def downgrade() -> None:
    """Drop them."""
    for name in ("reasons", "confidence"):
        op.drop_column("observations", name)
