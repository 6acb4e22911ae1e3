/** What a text says of itself, whatever page it stands on: its shape, its words, its names, its labels of who wrote it. Nothing here knows of pages. */
@NullMarked
package newsloom.cleaner.extract.words;

import org.jspecify.annotations.NullMarked;
