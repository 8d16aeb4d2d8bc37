"""The widgets of the registration: pages of its steps, its review, drafts on offer, and versions side by side."""
