/**
 * The glue between the key procedures' models and their records: for each step one class
 * that reads what the form submitted, makes one call of a service, and lets the
 * {@code Key…Process} of its model write what gateways, candidates and timers need.
 */
package org.wuyeflow.key.step;
