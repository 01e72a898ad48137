package org.wuyeflow.office.estate;

import org.wuyeflow.office.OfficeKind;

/**
 * An office that houses can be imported for.
 *
 * @param id its id
 * @param name its Chinese name
 * @param kind decides how its houses are numbered
 */
record EstateOffice(String id, String name, OfficeKind kind) {
}
