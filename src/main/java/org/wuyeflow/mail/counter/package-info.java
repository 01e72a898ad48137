/**
 * The pages at the counter: a carrier's delivery in one go, the keeper's shelf, the daily
 * round, pick-ups, the keepers and the count. They call the engine as the person logged
 * in, through the same forms and rights as the Tasklist.
 */
package org.wuyeflow.mail.counter;
