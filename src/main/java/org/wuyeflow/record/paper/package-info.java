/**
 * Records on paper: A4 sheets as PDF, with a font of their own, the same bytes for the
 * same content on every node.
 */
package org.wuyeflow.record.paper;
