package newsloom.aggregator.story.compare;

import newsloom.text.vectors.SparseVector;

/**
 * How much of one vector another one holds, whatever it holds besides: where a cosine says that a short report and a long one differ, this says
 * that the long one tells all the short one does, and what it leaves out.
 *
 * @param share of the squared length of the vector, what lies on keys that the other has, 0..1; 0 for the empty one
 * @param heaviestLeft weight of the heaviest entry that the other lacks, 0 when it lacks none
 */
record Coverage(double share, double heaviestLeft) {
    /**
     * Of a vector.
     *
     * @param held sum of the squared weights on keys that the other has
     */
    static Coverage of(SparseVector vector, double held, double heaviestLeft) {
        double all = vector.norm() * vector.norm();
        return new Coverage(all == 0 ? 0 : Math.min(1, held / all), heaviestLeft);
    }
}
