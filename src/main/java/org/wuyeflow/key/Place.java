package org.wuyeflow.key;

/**
 * Where keys hang. Clause CP-5.3.2.C.
 *
 * @param cabinet which cabinet
 * @param hook which hook in it
 * @param seal the number on the seal of their bag, or null
 */
public record Place(String cabinet, String hook, String seal) {
}
