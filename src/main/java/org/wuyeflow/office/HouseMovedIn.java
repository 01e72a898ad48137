package org.wuyeflow.office;

/**
 * An owner has moved into a house; published by {@link Houses#moveIn}, in its
 * transaction.
 *
 * @param house the house
 */
public record HouseMovedIn(House house) {
}
