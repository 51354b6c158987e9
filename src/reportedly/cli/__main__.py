"""Lets `python -m reportedly.cli` stand for `reportedly` where its folder is not on the path."""

from reportedly.cli.main import main

if __name__ == "__main__":
    main()
