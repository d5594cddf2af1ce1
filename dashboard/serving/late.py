"""Scripts that a page can do without until it shows what they are for."""

import dash_ag_grid
from dash import Dash

GRID = "dash_ag_grid.min.js"


def fetch_grid_late(app: Dash) -> None:
    """Leaves the grid's script out of the pages and says in their head where it is, see `assets/grid.js`."""
    script = next(one for one in dash_ag_grid._js_dist if one["relative_package_path"] == GRID)
    script.pop("dynamic", None)  # of an application made before
    (found,) = app.get_dist(["dash_ag_grid"])
    script["dynamic"] = True
    app.config.meta_tags = [*(app.config.meta_tags or []), {"name": "grid-script", "content": found["url"]}]
