"""The two languages of the window, switched while it stands open, and how values are shown to who reads them."""
