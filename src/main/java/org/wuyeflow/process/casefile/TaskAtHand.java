package org.wuyeflow.process.casefile;

import java.util.Date;

import org.wuyeflow.record.WorkContext;

/**
 * A task that somebody has open, and the case it belongs to.
 *
 * @param id the task's id
 * @param name its Chinese name
 * @param office the id of the office that the case belongs to
 * @param due until when it is to be done, or null
 * @param step the step as the change log names it, with the case's number
 */
record TaskAtHand(String id, String name, String office, Date due, WorkContext step) {
}
