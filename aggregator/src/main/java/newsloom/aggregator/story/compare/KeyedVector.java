package newsloom.aggregator.story.compare;

import newsloom.text.vectors.SparseVector;

/**
 * A vector as a table by key, for one that is held against many others: each is gone through once, and most keys of one are in no other. Gives exactly
 * what {@link SparseVector#cosine} and {@link Coverage#of} give. Immutable.
 */
final class KeyedVector {
    private final SparseVector vector;
    private final KeyTable places;

    KeyedVector(SparseVector vector) {
        this.vector = vector;
        this.places = new KeyTable(vector.size(), vector::key);
    }

    double cosine(SparseVector other) {
        return alike(other).cosine();
    }

    Alike alike(SparseVector other) {
        double dot = 0;
        double most = 0;
        for (int i = 0; i < other.size(); i++) {
            int place = places.find(other.key(i));
            if (place >= 0) {
                double product = (double) vector.weight(place) * other.weight(i);
                dot += product;
                most = Math.max(most, product);
            }
        }
        return alike(dot, most, other);
    }

    private Alike alike(double dot, double most, SparseVector other) {
        double norms = vector.norm() * other.norm();
        return norms == 0 ? new Alike(0, 0) : new Alike(Math.min(1, dot / norms), Math.min(1, (dot - most) / norms));
    }

    /**
     * How alike a vector and another one are, 0..1.
     *
     * @param beside the cosine that is left without the key that adds most to it: 0 where they share but one
     */
    record Alike(double cosine, double beside) {}

    boolean holds(int key) {
        return places.find(key) >= 0;
    }

    /** 0 where it has no such key. */
    double weight(int key) {
        int place = places.find(key);
        return place >= 0 ? vector.weight(place) : 0;
    }

    /** How both cover each other, in one pass over the other one. */
    Meeting meet(SparseVector other) {
        var covered = new boolean[vector.size()];
        double dot = 0;
        double most = 0;
        double held = 0;
        double left = 0;
        for (int i = 0; i < other.size(); i++) {
            int place = places.find(other.key(i));
            double weight = other.weight(i);
            if (place >= 0) {
                covered[place] = true;
                double product = vector.weight(place) * weight;
                dot += product;
                most = Math.max(most, product);
                held += weight * weight;
            } else {
                left = Math.max(left, weight);
            }
        }
        return new Meeting(alike(dot, most, other), Coverage.of(other, held, left), coverage(covered));
    }

    /**
     * What a vector and another one have of each other.
     *
     * @param ofOther how much of the other one this one holds
     * @param byOther how much of this one the other one holds
     */
    record Meeting(Alike alike, Coverage ofOther, Coverage byOther) {}

    private Coverage coverage(boolean[] covered) {
        double held = 0;
        double left = 0;
        for (int i = 0; i < covered.length; i++) {
            double weight = vector.weight(i);
            held += covered[i] ? weight * weight : 0;
            left = covered[i] ? left : Math.max(left, weight);
        }
        return Coverage.of(vector, held, left);
    }
}
