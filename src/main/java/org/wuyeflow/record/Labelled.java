package org.wuyeflow.record;

/**
 * An enum constant that registers and changes show by a Chinese word.
 */
@FunctionalInterface
public interface Labelled {

	String label();

}
