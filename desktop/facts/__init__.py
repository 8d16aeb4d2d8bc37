"""The one description of a household file's facts: types, schema, vocabulary of packs, labels, Arrow layout."""
