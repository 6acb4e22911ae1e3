/** Where settings come from: flags over environment over one properties file; all mistakes are told at once. */
@NullMarked
package newsloom.app.settings;

import org.jspecify.annotations.NullMarked;
