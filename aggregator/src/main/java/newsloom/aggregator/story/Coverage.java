package newsloom.aggregator.story;

import newsloom.text.vectors.SparseVector;

/**
 * How much of one vector another one holds, whatever it holds besides: where a cosine says that a short report and a long one differ, this says
 * that the long one tells all the short one does, and what it leaves out.
 *
 * @param share of the squared length of the vector, what lies on keys that the other has, 0..1; 0 for the empty one
 * @param heaviestLeft weight of the heaviest entry that the other lacks, 0 when it lacks none
 */
record Coverage(double share, double heaviestLeft) {
    static Coverage of(SparseVector vector, SparseVector other) {
        double all = vector.norm() * vector.norm();
        double held = 0;
        double left = 0;
        int j = 0;
        for (int i = 0; i < vector.size(); i++) {
            while (j < other.size() && other.key(j) < vector.key(i)) {
                j++;
            }
            double weight = vector.weight(i);
            if (j < other.size() && other.key(j) == vector.key(i)) {
                held += weight * weight;
            } else {
                left = Math.max(left, weight);
            }
        }
        return new Coverage(all == 0 ? 0 : Math.min(1, held / all), left);
    }
}
