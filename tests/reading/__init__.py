"""Reading: text of any kind becomes values with their places, or a problem."""
