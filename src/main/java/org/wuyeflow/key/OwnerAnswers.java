package org.wuyeflow.key;

/**
 * Takes what an owner answers on his page, together with the case that waits for it.
 */
public interface OwnerAnswers {

	/**
	 * Takes an answer.
	 * @param token the secret part of the address
	 * @param conditions the owner's conditions, or null
	 * @param address the network address that it comes from
	 * @return whether the address was still good; nothing has happened where it was not
	 */
	boolean submit(String token, ConsentAnswer answer, String conditions, String address);

}
