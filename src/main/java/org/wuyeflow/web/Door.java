package org.wuyeflow.web;

/**
 * A way into one part of the application.
 *
 * @param path the address
 * @param title what the part is called
 * @param purpose what it is for, in one short sentence
 */
public record Door(String path, String title, String purpose) {

}
