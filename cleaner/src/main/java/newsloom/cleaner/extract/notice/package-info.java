/** Texts that are addressed to the reader and are no news: consent, walls, errors, risks, credits of pictures, set phrases. They are told here; what follows from it is decided elsewhere. */
@NullMarked
package newsloom.cleaner.extract.notice;

import org.jspecify.annotations.NullMarked;
