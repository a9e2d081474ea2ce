"""``python -m fengong``: the same as ``fengong``."""

from fengong.cli import main

if __name__ == "__main__":
    main()
