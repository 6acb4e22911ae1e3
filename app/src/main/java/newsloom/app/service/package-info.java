/** One service as a process of its own, for clusters. */
@NullMarked
package newsloom.app.service;

import org.jspecify.annotations.NullMarked;
