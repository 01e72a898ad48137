package org.wuyeflow.notify;

/**
 * One way of sending.
 */
interface Channel {

	/** Which one this is. */
	ChannelKind kind();

	/**
	 * Sends a letter, and returns when the receiving server has taken it.
	 * @throws DeliveryFailure where it has not, or within some seconds has not said so
	 */
	void send(String address, Letter letter) throws DeliveryFailure;

}
