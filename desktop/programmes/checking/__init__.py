"""Whether a pack is fit to decide with: its own cases, and what is wrong in it, named."""
