"""The timeline as an HTML page and as an SVG picture, both drawn from lanes on one axis."""
