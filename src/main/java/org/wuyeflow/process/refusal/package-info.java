/**
 * What the engine refuses reaches the person in front of the screen as one Chinese
 * sentence with a fitting status, whichever door he came through.
 */
package org.wuyeflow.process.refusal;
