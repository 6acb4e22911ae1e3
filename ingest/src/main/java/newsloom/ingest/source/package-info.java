/**
 * Where pages come from: files, folders and pipes found, told apart and opened. A further kind of source is one more {@link
 * newsloom.ingest.page.PageSource}, named in {@link newsloom.ingest.source.SourceFile} and found by {@link newsloom.ingest.source.Listing}.
 *
 * <pre>
 *   source: list, tell apart, open ─► warc | json ─► page: build ─► SourceItem
 * </pre>
 */
@NullMarked
package newsloom.ingest.source;

import org.jspecify.annotations.NullMarked;
