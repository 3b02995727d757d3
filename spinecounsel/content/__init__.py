"""What is known: the clinical content pack, from its files to checked and frozen values.

``loader.load_pack(folder)`` gives a ``model.ContentPack`` or raises ``errors.ContentProblem``;
``manifest.digest(folder)`` names exactly these words and numbers;
``frequency.frequency(estimate)`` gives whole people out of 100.  The rules that a pack keeps are
in ``checks``.
"""
