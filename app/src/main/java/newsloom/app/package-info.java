/** The {@code newsloom} command: what a person types. Its subcommands stand in a package for each kind; nothing here decides anything about news. */
@NullMarked
package newsloom.app;

import org.jspecify.annotations.NullMarked;
