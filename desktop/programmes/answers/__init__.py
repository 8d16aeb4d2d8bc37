"""The rules' answer for one household: outcome, amounts, reasons in sentences, what is missing."""
