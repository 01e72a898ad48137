/**
 * Who gets in and what he may do: the log-in against the engine's users, the rights that
 * the deployed models ask for, the walls between offices, and the doors that the engine
 * leaves open by default.
 */
package org.wuyeflow.process.security;
