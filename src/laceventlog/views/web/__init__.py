"""The timeline as markup: a page of HTML and a picture in SVG, both drawn from lanes and one axis."""
