"""Who comes first where places are short: what is asked, the order, and why each family stands where it stands."""
