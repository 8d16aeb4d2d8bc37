"""What a job or another income leaves a family: what is supposed, the months as a picture and a table, and in words."""
