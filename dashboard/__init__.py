"""The dashboard: what the texts say about the parks, page by page.

Data comes in through one narrow door, `dashboard.library.Library`, which asks an `indicators.holdings.Holdings`.
Everything a reader chooses is in the address (`dashboard.state`); a page is a pure function of the library and that
choice (`dashboard.pages`); a chart is a pure function of a frame (`dashboard.charts`); callbacks only join them.
"""
