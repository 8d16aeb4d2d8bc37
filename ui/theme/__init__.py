"""What the window looks like: colours, type, spacing, and the style sheet made of them."""
