"""Where work is done that the window must not wait for."""
