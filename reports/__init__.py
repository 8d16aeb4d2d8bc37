"""Paper: every document the office issues, set in Arabic and English and written as PDF."""
