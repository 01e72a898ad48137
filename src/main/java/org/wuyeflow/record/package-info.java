/**
 * The quality-record registry. {@link org.wuyeflow.record.QualityForm} is the master list
 * of the forms; an entity that extends {@link org.wuyeflow.record.QualityRecord} holds
 * the rows of one; {@link org.wuyeflow.record.RecordBook} gives a row its serial; every
 * change of an {@link org.wuyeflow.record.Audited} entity is kept in
 * {@link org.wuyeflow.record.RecordChange}. Adding a form is adding one constant and one
 * entity: pages, print, export, search, rights and corrections under {@code /records}
 * follow, for the readers that the form names. Personal data is masked until somebody
 * takes a {@link org.wuyeflow.record.RecordLook look} and says why.
 */
package org.wuyeflow.record;
