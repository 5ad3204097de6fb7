"""Maps of claims, drawn as SVG when a page is made: docs/explanation/the-map.md."""
