"""The pages of the project do what they show."""
