package org.wuyeflow.record.verify;

/**
 * Something that is not as it was recorded.
 *
 * @param kind what it is
 * @param where the record, block or counter, in Chinese
 * @param detail which fields, changes or numbers, in Chinese; may be empty
 */
record Finding(Kind kind, String where, String detail) {

	@Override
	public String toString() {
		return this.where + "：" + this.kind.sentence + (this.detail.isEmpty() ? "" : "：" + this.detail);
	}

	/** What can be wrong. */
	enum Kind {

		/** The row does not hold what its changes say. */
		RECORD_DIFFERS("登记内容与修改记录不符"),

		/** There are changes of a record whose row is gone. */
		RECORD_MISSING("记录已不在登记簿里，只剩修改记录"),

		/** There is a row that nobody entered. */
		RECORD_WITHOUT_CHANGES("登记簿里有这条记录，却没有登记的记录"),

		/** The numbers of a record's changes are not 0, 1, 2, … up to its version. */
		CHANGE_MISSING("修改记录缺号"),

		/** A change is not what was stamped and sealed. */
		CHANGE_ALTERED("修改记录被改动"),

		/** A change was written past the application. */
		CHANGE_FORGED("修改记录不是由系统写入的，没有有效的印记"),

		/** A look at personal data is not what was stamped and sealed. */
		LOOK_ALTERED("查看记录被改动"),

		/** A look was written past the application. */
		LOOK_FORGED("查看记录不是由系统写入的，没有有效的印记"),

		/** Personal data does not fit its hash, or is gone without having been erased. */
		PERSONAL_DATA("修改或查看记录中的个人信息被改动，或不按规定被清除"),

		/** Personal data or a file is there although the log says that it was erased. */
		NOT_ERASED("应已按保存期限清除的个人信息或附件文件仍在"),

		/** A file is not the one that was attached. */
		FILE_ALTERED("附件的文件与上传时不同"),

		/** A thumbnail is not the one that was made of the file. */
		THUMBNAIL_ALTERED("附件的缩略图与上传时不同"),

		/** The file of an attachment is gone without having been erased. */
		FILE_MISSING("附件的文件不在了"),

		/** There is a file that nobody attached. */
		FILE_WITHOUT_ENTRY("有这个附件的文件，却没有上传的记录"),

		/** A serial is missing, doubled or beyond the counter. */
		SERIAL("编号不连续"),

		/** A counter does not stand at the last number given. */
		COUNTER("编号计数被改动"),

		/** A block does not hold what was sealed in it. */
		BLOCK("封存块的内容与封存时不同"),

		/** The seals do not follow one another. */
		CHAIN("封存块前后不相接"),

		/** A seal is not signed as it stands. */
		SIGNATURE("封存签名无效"),

		/** A seal is signed by a key that is not trusted. */
		UNKNOWN_KEY("封存所用的密钥不在密钥文件里"),

		/** The database is not the one that was anchored. */
		ANCHOR("与锚点不符，数据库被截断、替换或恢复成了旧的备份");

		private final String sentence;

		Kind(String sentence) {
			this.sentence = sentence;
		}

	}

}
