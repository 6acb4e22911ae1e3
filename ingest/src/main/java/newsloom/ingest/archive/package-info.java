/**
 * Archives of pages, member by member, without unpacking them to disk. Hostile ones cost bounded time and memory: names that lead elsewhere
 * are refused, and what unpacks to far more than its size allows is read up to there.
 */
@NullMarked
package newsloom.ingest.archive;

import org.jspecify.annotations.NullMarked;
