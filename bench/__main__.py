"""`python -m bench`: every benchmark, one JSON line for each thing that is timed."""

from bench import pages

if __name__ == "__main__":
    pages.run()
