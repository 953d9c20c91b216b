/**
 * What a user would pick instead: the mapping from a sales order to a bill written by hand and in
 * other mapping languages, and the generator of the orders.
 */
@NullMarked
package fieldloom.bench.peers;

import org.jspecify.annotations.NullMarked;
