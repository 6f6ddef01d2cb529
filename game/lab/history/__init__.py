"""The model beside history: back-tests, the paired case, and causal data swapped."""
