/** Records of topics as JSON lines for people and other programs. */
@NullMarked
package newsloom.app.records;

import org.jspecify.annotations.NullMarked;
