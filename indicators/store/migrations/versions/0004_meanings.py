"""Phrases are given their meaning by a decision; a row is found by its key."""

from collections.abc import Sequence

from alembic import op

revision: str = "0004"
down_revision: str | None = "0003"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

_KIND, _INDEX = "ck_decisions_kind", "ix_observations_key"
_BEFORE = "kind IN ('accept', 'correct', 'reject', 'add')"
_AFTER = "kind IN ('accept', 'correct', 'reject', 'add', 'mean')"


def upgrade() -> None:
    """Let the kind be `mean`; index the keys."""
    _allow(_AFTER)
    op.create_index(_INDEX, "observations", ["key"], if_not_exists=True)


def downgrade() -> None:
    """Forget the meanings."""
    op.execute("DELETE FROM decisions WHERE kind = 'mean'")
    _allow(_BEFORE)
    op.drop_index(_INDEX, table_name="observations")


def _allow(kinds: str) -> None:
    with op.batch_alter_table("decisions") as table:
        table.drop_constraint(op.f(_KIND), type_="check")
        table.create_check_constraint(op.f(_KIND), kinds)
