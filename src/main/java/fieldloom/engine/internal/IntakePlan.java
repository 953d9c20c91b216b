package fieldloom.engine.internal;

import org.jspecify.annotations.Nullable;

/**
 * What the records of the driving source go through before they are mapped.
 *
 * @param slot of a record while it is chosen and grouped
 * @param where which stay; null where all do
 * @param group null where each is mapped by itself
 */
record IntakePlan(int slot, @Nullable Expr where, @Nullable GroupPlan group) {}
