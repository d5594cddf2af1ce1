"""`python -m tests.dashboard.pictures ADDRESS FOLDER`: every page as a picture, to be looked at.

Wide and narrow, light and dark, Chinese and English, from a dashboard that is running at ADDRESS.
"""

import shutil
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

from dashboard.views import EDITING, VIEWS

MORE = {
    "same-months": "/trends?time=same",
    "apart": "/trends?view=apart",
    "scatter": "/compare?view=scatter",
    "heat": "/compare?view=heat",
    "phrase": "/review?doubt=phrase",
}
SIZES = {"desktop": (1440, 900), "phone": (390, 844)}
NOT_DRAWN = ".chart:not(:has(.main-svg))"
STILL_LOADING = ".mantine-Skeleton-root, ._dash-loading"


def main() -> None:
    """Writes the pictures as page-size-scheme-language.png."""
    address, folder = sys.argv[1].rstrip("/"), Path(sys.argv[2])
    folder.mkdir(parents=True, exist_ok=True)
    pages = {path.strip("/") or "overview": path for path in (*VIEWS, *EDITING)} | MORE
    with sync_playwright() as player:
        browser = player.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        for size, (width, height) in SIZES.items():
            for scheme in ("light", "dark"):
                context = browser.new_context(
                    viewport={"width": width, "height": height}, color_scheme=scheme, bypass_csp=True
                )
                page = context.new_page()
                for language in ("zh", "en"):
                    for name, path in pages.items():
                        page.goto(f"{address}{path}{'&' if '?' in path else '?'}lang={language}")
                        page.wait_for_load_state("networkidle")
                        page.wait_for_function(f"!document.querySelector('{STILL_LOADING}')")
                        page.wait_for_function(f"!document.querySelector('{NOT_DRAWN}')")
                        page.wait_for_timeout(400)
                        page.screenshot(path=folder / f"{name}-{size}-{scheme}-{language}.png")
                context.close()
        browser.close()
    print(f"{len(list(folder.glob('*.png')))} pictures in {folder}")


if __name__ == "__main__":
    main()
