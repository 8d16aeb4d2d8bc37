"""What the rules answered for a household and what the office decided: kept so that it can be shown and replayed."""
