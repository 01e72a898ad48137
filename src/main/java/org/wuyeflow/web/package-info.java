/**
 * The application's own pages that belong to no procedure: log-in, start page, error
 * page, and the frame that every page stands in.
 */
package org.wuyeflow.web;
