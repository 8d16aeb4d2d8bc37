"""The mind of the registration wizard, without a widget: what was typed, where it belongs, what is wrong with it."""
