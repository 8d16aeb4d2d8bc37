"""Issued documents: what papers say, serials and keys, the print register, verification, the letterhead."""
