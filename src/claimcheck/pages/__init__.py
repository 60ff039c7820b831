"""The base as one HTML page, and its claims and sources as files for other programs.

`content` gathers, `report` writes the page out of `report.html`, `.css` and `.js`, `exports` the
rest.
"""
