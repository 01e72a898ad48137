/**
 * Keeps what customers say out of the engine's own tables and out of the log: a history
 * without variable values, and failures without their messages.
 */
package org.wuyeflow.process.privacy;
