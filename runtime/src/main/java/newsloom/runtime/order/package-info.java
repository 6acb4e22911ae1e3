/**
 * Putting records back in order before a decision is taken on them.
 *
 * <p>What a deciding task does depends on the order in which it sees its records, and partitions interleave by chance. So every record travels with a place in
 * one order, (time, key), and the task in front of a decision holds records back until each of its sources has said that it is past that place, or that it rests.
 */
@NullMarked
package newsloom.runtime.order;

import org.jspecify.annotations.NullMarked;
