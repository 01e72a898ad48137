package org.wuyeflow.record;

/**
 * The step of the work in which something is written.
 *
 * @param caseNumber the public number of the case, or null before it has one
 * @param process the id of the process ({@code complaint-handling})
 * @param activity the id of the step in the model
 * @param activityName the step's Chinese name
 * @param stepId the engine's id of this very step, which the replay joins on
 */
public record WorkContext(String caseNumber, String process, String activity, String activityName, String stepId) {
}
