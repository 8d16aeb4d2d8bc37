"""The face: the window and the command line, and the place where everything is put together."""
