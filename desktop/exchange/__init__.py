"""Exchange: household files in and out, bulk import, open standards, and invented households for demonstrations."""
