"""The screens of casework: the assessment sheet, the decision."""
