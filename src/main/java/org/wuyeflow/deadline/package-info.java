/**
 * When something is due: the working calendar (节假日 and 调休), the offices' hours, limits as
 * a manager writes them, and how each deadline was counted. Depends on {@code office}
 * alone and knows neither procedures nor the engine.
 */
package org.wuyeflow.deadline;
