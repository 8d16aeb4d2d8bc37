"""One file per document: from its contents to its sheet. No file here knows another."""
