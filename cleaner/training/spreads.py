#!/usr/bin/env python3
"""Scores of extracted pages with their spread over sites: spreads.py TRUTH_FOLDER NAME=PAGES.jsonl...

The scores are those of the scorer in the truth folder. The spread is the standard deviation over 1 000 bootstrap samples of
sites (Efron 1979, "Bootstrap Methods"): pages of one site are right or wrong together, so single pages would make it too small.
"""
import importlib.util
import json
import pathlib
import random
import sys

SETS = ["scrapinghub", "atd", "fundus", "wcxb", "trafilatura", "htmldate"]
SHARES = ["title", "author", "date"]
KINDS = {"news", "article", "live", "mixed"}
SAMPLES = 1000


def scorer(truth):
    spec = importlib.util.spec_from_file_location("score", truth / "score.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def lines(path):
    with open(path, encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def f1(precision, recall):
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def ratio(part, whole):
    return part / whole if whole else 0.0


def counts(scores):
    """What a page adds to each measure, as sums that a sample of pages can be scored from."""
    found = {}
    text = scores.get("text")
    if text:
        # A page without any text has no precision, which the scorer leaves out of the mean.
        extracted = 0 if scores["empty"] else 1
        found["text"] = (text["P"] * extracted, extracted, text["R"], 1)
    phrases = scores.get("snippets")
    if phrases:
        found["phrases"] = (phrases["TP"], phrases["TP"] + phrases["FP"], phrases["TP"], phrases["TP"] + phrases["FN"])
    for share in SHARES:
        if share in scores:
            found[share] = (scores[share]["same"], 1)
    return found


def value(sums):
    halves = [ratio(sums[i], sums[i + 1]) for i in range(0, len(sums), 2)]
    return halves[0] if len(halves) == 1 else f1(*halves)


def added(sums):
    return [sum(column) for column in zip(*sums)]


def spread(sites):
    """sites: what the pages of each add up to."""
    chance = random.Random(1)
    values = [value(added(chance.choices(sites, k=len(sites)))) for _ in range(SAMPLES)]
    mean = sum(values) / SAMPLES
    return (sum((v - mean) ** 2 for v in values) / (SAMPLES - 1)) ** 0.5


def main():
    truth = pathlib.Path(sys.argv[1])
    score = scorer(truth).score
    print("%-8s %-12s %-8s %6s %6s %6s %6s" % ("form", "set", "what", "pages", "sites", "score", "+-"))
    for named in sys.argv[2:]:
        form, path = named.split("=", 1)
        found = {page["id"]: page for page in lines(path)}
        for dataset in SETS:
            pages = [page for page in lines(truth / (dataset + ".jsonl")) if page["id"] in found and page["kind"] in KINDS]
            measures = {}
            for page in pages:
                for what, sums in counts(score([page], found, 0)).items():
                    measures.setdefault(what, {}).setdefault(page["site"], []).append(sums)
            for what, by_site in measures.items():
                sites = [added(sums) for sums in by_site.values()]
                count = sum(len(sums) for sums in by_site.values())
                print("%-8s %-12s %-8s %6d %6d %6.3f %6.3f" % (form, dataset, what, count, len(sites), value(added(sites)), spread(sites)))


if __name__ == "__main__":
    main()
