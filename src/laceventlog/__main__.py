"""`python -m laceventlog` is the command `laceventlog`."""

from .cli import run

if __name__ == "__main__":
    run()
