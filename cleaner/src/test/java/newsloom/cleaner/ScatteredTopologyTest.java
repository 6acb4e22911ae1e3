package newsloom.cleaner;

/** All that holds for one deciding task holds for four, too. */
class ScatteredTopologyTest extends CleanerTopologyTest {

    @Override
    int dedupePartitions() {
        return 4;
    }
}
