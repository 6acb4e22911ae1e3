#!/usr/bin/env python3
"""Trains the trees of the extraction from a feature dump (see FeatureDump in the cleaner's tests).

  train.py DUMP OUT           all pages: the model that is shipped
  train.py DUMP OUT --folds   leaves out one fifth of the sites at a time: OUT.0 ... OUT.4, and says how good they are
                              on what was left out, beside a logistic regression on the same rows

DUMP is the common part of the dump's three file names. Needs scikit-learn; the same dump gives the same trees. The page F1 that is
printed weighs each passage by its share of the labelled text and knows nothing of the rules behind the trees: it is for comparing
trees with trees; what counts is the score of whole extractions.
"""
import argparse
import collections

import numpy as np
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import QuantileTransformer

FOLDS = 5
TOKENS_POWER = 0.7
THINNED = 3


class Dump:
    """The rows of all pages, and which page each belongs to."""

    def __init__(self, prefix):
        self.names = open(prefix + ".names", encoding="utf-8").read().splitlines()
        self.pages = [line.split("\t") for line in open(prefix + ".pages", encoding="utf-8").read().splitlines()]
        rows = np.fromfile(prefix + ".rows", dtype=">f4").reshape(-1, len(self.names) + 2)
        self.main = rows[:, 0].astype(np.int8)
        self.weight = rows[:, 1].astype(np.float64)
        self.features = rows[:, 2:].astype(np.float32)
        self.page = np.repeat(np.arange(len(self.pages)), [int(p[0]) for p in self.pages])
        self.fold = np.array([int(p[1]) for p in self.pages])[self.page]
        self.sets = [p[2] for p in self.pages]
        # A renderer of many gets as much of a say as the others; html has but one.
        share = collections.Counter(p[3] for p in self.pages)
        self.weight /= np.array([share[p[3]] for p in self.pages])[self.page] ** 0.5

    def used(self, keep):
        """Rows to train on and their weights; most are no main content and much alike, so one in THINNED stands for its like."""
        rows = np.flatnonzero(keep & (self.weight > 0))
        rows = rows[(self.main[rows] == 1) | (rows % THINNED == 0)]
        weight = np.where(self.main[rows] == 1, 1.0, THINNED) * self.weight[rows]
        return rows, weight / weight.mean()


def trained(dump, keep, options, columns):
    model = HistGradientBoostingClassifier(
        learning_rate=options.rate,
        max_iter=options.trees,
        max_leaf_nodes=options.leaves,
        min_samples_leaf=options.smallest,
        l2_regularization=options.l2,
        max_bins=255,
        early_stopping=False,
        random_state=options.seed,
    )
    rows, weight = dump.used(keep)
    return model.fit(dump.features[rows][:, columns], dump.main[rows], sample_weight=weight)


def linear(dump, keep):
    rows, weight = dump.used(keep)
    scale = QuantileTransformer(n_quantiles=100, subsample=50_000, random_state=1).fit(dump.features[rows])
    model = LogisticRegression(max_iter=300, C=1.0)
    model.fit(scale.transform(dump.features[rows]), dump.main[rows], sample_weight=weight)
    return lambda x: model.predict_proba(scale.transform(x))[:, 1]


def page_scores(dump, keep, probability):
    """Mean page F1 for each data set."""
    size = dump.weight ** (1 / TOKENS_POWER) * keep
    chosen = probability >= 0.5
    count = len(dump.pages)
    hits = np.bincount(dump.page, size * chosen * dump.main, count)
    both = np.bincount(dump.page, size * chosen, count) + np.bincount(dump.page, size * dump.main, count)
    means = collections.defaultdict(list)
    for page in np.flatnonzero(both > 0):
        means[dump.sets[page]].append(2 * hits[page] / both[page])
    return {name: np.mean(values) for name, values in means.items()}


def said(name, scores):
    parts = ["%s %.3f" % item for item in sorted(scores.items())]
    print("%-24s %s   mean %.4f" % (name, "  ".join(parts), np.mean(list(scores.values()))), flush=True)


def lines(model, names, note):
    """The trees as BoostedTrees reads them; only features that are asked for stand in the file."""
    trees = [predictors[0].nodes for predictors in model._predictors]
    asked = sorted({int(node["feature_idx"]) for nodes in trees for node in nodes if not node["is_leaf"]})
    number = {feature: i for i, feature in enumerate(asked)}

    def preorder(nodes, at):
        node = nodes[at]
        if node["is_leaf"]:
            return ["=%.4g" % node["value"]]
        split = "%d<%.9g" % (number[int(node["feature_idx"])], node["num_threshold"])
        return [split] + preorder(nodes, node["left"]) + preorder(nodes, node["right"])

    yield "# " + note
    yield from ("feature " + names[feature] for feature in asked)
    yield "start %.6g" % np.ravel(model._baseline_prediction)[0]
    yield from ("tree " + " ".join(preorder(nodes, 0)) for nodes in trees)


def write(path, model, names, note):
    with open(path, "w", encoding="utf-8") as out:
        out.writelines(line + "\n" for line in lines(model, names, note))


def gains(model, names):
    total = np.zeros(len(names))
    for predictors in model._predictors:
        for node in predictors[0].nodes:
            if not node["is_leaf"]:
                total[int(node["feature_idx"])] += node["gain"]
    return total / total.sum()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("dump")
    parser.add_argument("out")
    parser.add_argument("--folds", action="store_true")
    parser.add_argument("--linear", action="store_true", help="with --folds: the logistic regression too")
    parser.add_argument("--trees", type=int, default=120)
    parser.add_argument("--leaves", type=int, default=20)
    parser.add_argument("--smallest", type=int, default=40, help="rows in a leaf, at least")
    parser.add_argument("--rate", type=float, default=0.1)
    parser.add_argument("--l2", type=float, default=1.0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--without", default="", help="features to leave out, with commas")
    parser.add_argument("--gains", action="store_true", help="print how much each feature is asked for")
    options = parser.parse_args()
    dump = Dump(options.dump)
    left_out = options.without.split(",")
    columns = [i for i, name in enumerate(dump.names) if name not in left_out]
    names = [dump.names[i] for i in columns]
    everything = np.ones(len(dump.main), dtype=bool)
    size = "%d trees of %d leaves, learning rate %g, seed %d" % (options.trees, options.leaves, options.rate, options.seed)
    note = "Written by cleaner/training/train.py: %s, %d pages of %s, %d rows. Holds figures only." % (
        size, len(dump.pages), ", ".join(sorted(set(dump.sets))), len(dump.used(everything)[0]))
    if options.folds:
        probability = np.zeros(len(dump.main))
        straight = np.zeros(len(dump.main))
        for fold in range(FOLDS):
            keep = dump.fold != fold
            model = trained(dump, keep, options, columns)
            probability[~keep] = model.predict_proba(dump.features[~keep][:, columns])[:, 1]
            write("%s.%d" % (options.out, fold), model, names, note)
            if options.linear:
                straight[~keep] = linear(dump, keep)(dump.features[~keep])
        said("trees", page_scores(dump, everything, probability))
        if options.linear:
            said("logistic regression", page_scores(dump, everything, straight))
    else:
        model = trained(dump, everything, options, columns)
        write(options.out, model, names, note)
    if options.gains:
        order = sorted(zip(gains(model, names), names), reverse=True)
        for gain, name in order:
            print("%7.4f  %s" % (gain, name))


if __name__ == "__main__":
    main()
