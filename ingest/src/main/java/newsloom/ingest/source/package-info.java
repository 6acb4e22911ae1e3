/**
 * Where pages come from: folders, WARC files, JSON lines. Reads bytes and gives pages, what could not be read, and where
 * it is; knows no Kafka and no clock. A further kind of source is one more {@link newsloom.ingest.source.PageSource}, named in
 * {@link newsloom.ingest.source.SourceFile} and found by {@link newsloom.ingest.source.Listing}.
 */
@NullMarked
package newsloom.ingest.source;

import org.jspecify.annotations.NullMarked;
