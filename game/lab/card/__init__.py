"""The model card, made from rules, parameters and back-tests."""
