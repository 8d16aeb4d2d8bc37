"""The screens of issued documents."""
