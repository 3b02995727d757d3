"""What the installed program starts with."""

from ui.app import main

if __name__ == "__main__":
    raise SystemExit(main())
