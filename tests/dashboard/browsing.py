"""What every journey in the browser does."""

from playwright.sync_api import Page

CHART = ".js-plotly-plot"


def visit(site: Page, path: str) -> None:
    """Open an address and wait until nothing more is asked for."""
    site.goto(path)
    site.wait_for_load_state("networkidle")
