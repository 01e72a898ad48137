package org.wuyeflow.record.attachment;

import org.wuyeflow.Refusal;

/**
 * Looks at every file before it is kept. A bean of this type is asked where there is one;
 * without any, files are taken unscanned.
 */
@FunctionalInterface
public interface VirusScanner {

	/**
	 * Scans a file.
	 * @throws Refusal where the file is infected, or cannot be scanned at the moment
	 */
	void scan(byte[] content);

}
