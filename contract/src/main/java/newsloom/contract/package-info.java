/** What the services and everybody else agree on: schemas, topics, serde. */
@NullMarked
package newsloom.contract;

import org.jspecify.annotations.NullMarked;
