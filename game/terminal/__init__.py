"""The whole game in a terminal: lines in, lines out, from the same words as the window.

``TerminalGame(services, input_stream, output_stream).run()`` plays from the list of levels to the
debrief. Nothing is drawn and nothing moves, so that screen readers, pipes and logs can follow.
"""
