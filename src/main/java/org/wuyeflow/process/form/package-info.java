/**
 * What reaches the engine. The deployed {@code .form} of a start event or user task
 * decides what may be submitted there; what it accepts lives in the engine only for the
 * transaction that submits it.
 * <p>
 * {@link org.wuyeflow.process.form.FormParser} reads a form and refuses one that the
 * server could not check, {@link org.wuyeflow.process.form.FormCheck} checks a
 * submission, {@link org.wuyeflow.process.form.FormGuard} stands between every caller and
 * the engine, {@link org.wuyeflow.process.form.StaffCommands} says what a member of staff
 * may do besides.
 */
package org.wuyeflow.process.form;
