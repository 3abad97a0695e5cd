"""What is about the whole: rooms, data, guide, browser, workflows and locks."""
