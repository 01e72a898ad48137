/**
 * The case above the form: what somebody who opens a task must know of the case, read
 * from the record at that moment under his own rights and merged into the answers that
 * the Tasklist asks for.
 */
package org.wuyeflow.process.casefile;
