/**
 * The quality-record registry. {@link org.wuyeflow.record.QualityForm} is the master list
 * of the forms; an entity that extends {@link org.wuyeflow.record.QualityRecord} holds
 * the rows of one; {@link org.wuyeflow.record.RecordBook} gives a row its serial; every
 * change of an {@link org.wuyeflow.record.Audited} entity is kept in
 * {@link org.wuyeflow.record.RecordChange}. Adding a form is adding one constant and one
 * entity: the pages under {@code /records} follow.
 */
package org.wuyeflow.record;
