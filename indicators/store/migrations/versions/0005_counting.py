"""What there is of each park and indicator is counted from an index alone."""

from collections.abc import Sequence

from alembic import op

revision: str = "0005"
down_revision: str | None = "0004"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

_BEFORE, _COLUMNS_BEFORE = "ix_observations_park_name", ["park", "name"]
_AFTER = "ix_observations_park_name_status_period_end_document_id"
_COLUMNS_AFTER = [*_COLUMNS_BEFORE, "status", "period_end", "document_id"]


def upgrade() -> None:
    """Give the index of parks and names the columns that are counted by."""
    op.create_index(_AFTER, "observations", _COLUMNS_AFTER, if_not_exists=True)
    op.drop_index(_BEFORE, table_name="observations", if_exists=True)


def downgrade() -> None:
    """Back to parks and names."""
    op.create_index(_BEFORE, "observations", _COLUMNS_BEFORE, if_not_exists=True)
    op.drop_index(_AFTER, table_name="observations", if_exists=True)
