package org.wuyeflow.notify;

/**
 * The ways a message takes.
 */
enum ChannelKind {

	EMAIL, WECOM, DINGTALK

}
