"""What a change of the data means in words."""
