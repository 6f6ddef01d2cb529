"""Words: codes and numbers become sentences, in every language; the only place with prose.

``words_for(level, texts, locale)`` gives a ``Words``: one object that names and describes
everything a level can show. Models of whole screens are built by ``decisions``, ``explain``,
``reports`` and ``briefing``; the window and the terminal both draw those models.
"""
