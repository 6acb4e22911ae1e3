#!/usr/bin/env python3
"""Prints the scores that extraction-quality left in a folder, with those of peers beside them."""
import json
import pathlib
import sys

# Scripts where a run of characters between spaces is no word: what counts is the bag of characters, over the pages of all four.
UNSPACED = "fundus zh ja ko th"

# (form, part of the scores, measure) -> peer -> set -> its figure, by the same scorer: trafilatura 2.2 and Readability4J 1.0.8 for HTML, a
# heuristic (the densest run of lines) for plain text. Texts of trafilatura on the development split, all else on other sites of the same sets.
PEERS = {
    ("html", "text", "F1"): {
        "trafilatura": {"scrapinghub": 0.950, "atd": 0.916, "fundus": 0.946, "wcxb": 0.943},
        "Readability4J": {"scrapinghub": 0.939, "atd": 0.903, "fundus": 0.905, "wcxb": 0.939},
    },
    ("html", "text", "bagF1"): {"trafilatura": {UNSPACED: 0.925}},
    ("html", "snippets", "F1"): {"trafilatura": {"trafilatura": 0.923}, "Readability4J": {"trafilatura": 0.891}},
    ("html", "title", "same"): {
        "trafilatura": {"atd": 0.691, "fundus": 0.625, "wcxb": 0.535, "trafilatura": 0.648, "postlight": 0.812},
        "the best of all": {"atd": 0.87, "fundus": 0.82},
    },
    ("html", "author", "same"): {
        "trafilatura": {"atd": 0.744, "fundus": 0.743, "wcxb": 0.621, "trafilatura": 0.569, "postlight": 0.482},
        "the best of all": {"atd": 0.78, "fundus": 0.75},
    },
    ("html", "date", "same"): {
        "trafilatura": {"atd": 0.801, "fundus": 0.962, "wcxb": 0.837, "trafilatura": 0.878, "htmldate": 0.889, "postlight": 0.704},
    },
    ("html", "date", "wrong"): {
        "trafilatura": {"atd": 0.147, "fundus": 0.038, "wcxb": 0.135, "trafilatura": 0.096, "htmldate": 0.065, "postlight": 0.148},
    },
    ("flat", "text", "F1"): {"densest run": {"scrapinghub": 0.914, "atd": 0.876, "fundus": 0.903, "wcxb": 0.855}},
    ("flat", "snippets", "F1"): {"densest run": {"trafilatura": 0.826}},
    ("lynx", "text", "F1"): {"densest run": {"scrapinghub": 0.815, "atd": 0.790, "fundus": 0.765}},
}


def over_languages(scores, name):
    """The bag F1 of one set over several languages, each page counted once: "fundus zh ja" from what "--by lang" gave."""
    dataset, *languages = name.split(" ")
    parts = [scores["%s lang=%s" % (dataset, lang)]["text"] for lang in languages if "%s lang=%s" % (dataset, lang) in scores]
    pages = sum(part["pages"] for part in parts)
    return {"text": {"pages": pages, "bagF1": sum(part["bagF1"] * part["pages"] for part in parts) / pages}} if pages else {}


def main():
    folder = pathlib.Path(sys.argv[1])
    print("%-6s %-9s %-6s %-20s %6s %6s %6s  %s" % ("form", "what", "", "set", "pages", "ours", "+-", "peers"))
    for (form, what, measure), peers in PEERS.items():
        (scores,) = json.loads((folder / (form + ".json")).read_text(encoding="utf-8")).values()
        for name in dict.fromkeys(name for figures in peers.values() for name in figures):
            part = (over_languages(scores, name) if " " in name else scores.get(name, {})).get(what)
            if part:
                spread = "%.3f" % part["dF1"] if (what, measure) == ("text", "F1") else ""
                beside = ", ".join("%s %.3f" % (peer, figures[name]) for peer, figures in peers.items() if name in figures)
                print("%-6s %-9s %-6s %-20s %6d %6.3f %6s  %s" % (form, what, measure, name, part["pages"], part[measure], spread, beside))


if __name__ == "__main__":
    main()
