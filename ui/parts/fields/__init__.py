"""The input fields of the window: what is typed stays as it was typed, what it says is read as a value."""
