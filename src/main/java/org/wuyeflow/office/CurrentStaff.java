package org.wuyeflow.office;

/**
 * Who acts at this moment: the person logged in, or {@link Staff#SYSTEM} where a job or
 * the start-up does.
 */
@FunctionalInterface
public interface CurrentStaff {

	Staff get();

}
