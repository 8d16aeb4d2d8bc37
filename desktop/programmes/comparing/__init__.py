"""What one version of a programme says and another does not, in words."""
