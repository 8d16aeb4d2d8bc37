"""The programmes and their rules on the screen, as a lawyer reads them."""
