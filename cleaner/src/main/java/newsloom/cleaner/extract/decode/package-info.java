/**
 * The first step: the page as it was fetched, its charset, and its characters without what is never read (scripts, style sheets, attributes that nobody asks for).
 * What bytes and charsets have to do with, and nothing that knows of blocks.
 */
@NullMarked
package newsloom.cleaner.extract.decode;

import org.jspecify.annotations.NullMarked;
