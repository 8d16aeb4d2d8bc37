"""The screens, each in the room that it shows."""
