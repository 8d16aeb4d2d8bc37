"""Issued documents: what papers say, their serials and keys, the print register, verification, the letterhead."""
