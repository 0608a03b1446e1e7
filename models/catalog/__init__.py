"""Categories and products: reading, searching, changing, pictures, the demo catalogue."""
