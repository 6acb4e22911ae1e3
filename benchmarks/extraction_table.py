#!/usr/bin/env python3
"""Prints the scores that extraction-quality left in a folder, with those of a named peer and of the best one beside them."""
import json
import pathlib
import sys

# Measured with the same scorer on the development split: trafilatura 2.2 for HTML (metadata: on other sites of
# the same sets), a densest-run heuristic for plain text (other sites too).
PEERS = {
    ("html", "text", "F1"): {"scrapinghub": 0.950, "atd": 0.916, "fundus": 0.946, "wcxb": 0.943},
    ("html", "snippets", "F1"): {"trafilatura": 0.923},
    ("html", "title", "same"): {"atd": 0.691, "fundus": 0.625, "wcxb": 0.535, "trafilatura": 0.648, "postlight": 0.812},
    ("html", "author", "same"): {"atd": 0.744, "fundus": 0.743, "wcxb": 0.621, "trafilatura": 0.569, "postlight": 0.482},
    ("html", "date", "same"): {"atd": 0.801, "fundus": 0.962, "wcxb": 0.837, "trafilatura": 0.878, "htmldate": 0.889, "postlight": 0.704},
    ("html", "date", "wrong"): {"atd": 0.147, "fundus": 0.038, "wcxb": 0.135, "trafilatura": 0.096, "htmldate": 0.065, "postlight": 0.148},
    ("flat", "text", "F1"): {"scrapinghub": 0.914, "atd": 0.876, "fundus": 0.903, "wcxb": 0.855},
    ("lynx", "text", "F1"): {"scrapinghub": 0.815, "atd": 0.790, "fundus": 0.765},
}

# Where another peer than trafilatura is known to do better: the highest figure of all that were measured, to two places.
BEST = {
    ("html", "title", "same"): {"atd": 0.87, "fundus": 0.82},
    ("html", "author", "same"): {"atd": 0.78, "fundus": 0.75},
}
NAMES = {"html": "trafilatura", "flat": "densest run", "lynx": "densest run"}


def main():
    folder = pathlib.Path(sys.argv[1])
    print("%-6s %-9s %-6s %-12s %6s %8s %6s %-12s %s" % ("form", "what", "", "set", "ours", "+-", "peer", "", "best peer"))
    for row, peers in PEERS.items():
        form, what, measure = row
        (scores,) = json.loads((folder / (form + ".json")).read_text(encoding="utf-8")).values()
        for name, peer in peers.items():
            part = scores.get(name, {}).get(what)
            if part:
                spread = "%.3f" % part["dF1"] if what == "text" else ""
                best = BEST.get(row, {}).get(name)
                shown = (form, what, measure, name, part[measure], spread, peer, NAMES[form], "" if best is None else "%.2f" % best)
                print("%-6s %-9s %-6s %-12s %6.3f %8s %6.3f %-12s %s" % shown)


if __name__ == "__main__":
    main()
