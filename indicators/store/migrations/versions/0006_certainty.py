"""How certain what is counted was read is counted from the same index."""

from collections.abc import Sequence

from alembic import op

revision: str = "0006"
down_revision: str | None = "0005"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

_BEFORE = "ix_observations_park_name_status_period_end_document_id"
_COLUMNS_BEFORE = ["park", "name", "status", "period_end", "document_id"]
_AFTER, _COLUMNS_AFTER = "ix_observations_counted", [*_COLUMNS_BEFORE, "confidence"]


def upgrade() -> None:
    """Give the index that is counted from how certain each figure was read."""
    op.create_index(_AFTER, "observations", _COLUMNS_AFTER, if_not_exists=True)
    op.drop_index(_BEFORE, table_name="observations", if_exists=True)


def downgrade() -> None:
    """Back to what is said of whom."""
    op.create_index(_BEFORE, "observations", _COLUMNS_BEFORE, if_not_exists=True)
    op.drop_index(_AFTER, table_name="observations", if_exists=True)
