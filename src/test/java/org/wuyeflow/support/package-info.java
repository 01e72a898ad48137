/**
 * What the tests share: the database they run on and the one application they run
 * against.
 */
package org.wuyeflow.support;
