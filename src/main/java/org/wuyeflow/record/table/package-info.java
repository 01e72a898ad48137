/**
 * Registers as spreadsheets, written while they are read.
 */
package org.wuyeflow.record.table;
