"""What ``build_installer.py`` is made of: one bundle, then one package for each system."""
