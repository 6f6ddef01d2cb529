"""Coordination among states: one institution a file (R50 to R59; S14, S17, S32-S34, S50-S55).

``effects`` holds what other rule areas ask of it, ``area`` the levers and the order of a turn.
"""
