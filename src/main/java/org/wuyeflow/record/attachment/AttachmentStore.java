package org.wuyeflow.record.attachment;

import java.nio.ByteBuffer;
import java.util.UUID;

import org.wuyeflow.record.Audited;
import org.wuyeflow.record.ErasedAlong;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * The files themselves, in a table of their own so that lists never load them. They are
 * in the database: all nodes have them, a backup has them, and a file and its entry come
 * or go together.
 */
@Component
class AttachmentStore implements ErasedAlong {

	private final JdbcTemplate jdbc;

	AttachmentStore(JdbcTemplate jdbc) {
		this.jdbc = jdbc;
	}

	void save(UUID attachment, byte[] content, byte[] thumbnail) {
		this.jdbc.update("insert into attachment_content (attachment_id, content, thumbnail) values (?, ?, ?)",
				bytes(attachment), content, thumbnail);
	}

	byte[] content(UUID attachment) {
		return this.jdbc.queryForObject("select content from attachment_content where attachment_id = ?", byte[].class,
				bytes(attachment));
	}

	/** The thumbnail, or null where it is no picture. */
	byte[] thumbnail(UUID attachment) {
		return this.jdbc.queryForObject("select thumbnail from attachment_content where attachment_id = ?",
				byte[].class, bytes(attachment));
	}

	@Override
	public void erase(Audited entity) {
		if (entity instanceof Attachment) {
			this.jdbc.update("delete from attachment_content where attachment_id = ?", bytes(entity.id()));
		}
	}

	private static byte[] bytes(UUID id) {
		return ByteBuffer.allocate(16)
			.putLong(id.getMostSignificantBits())
			.putLong(id.getLeastSignificantBits())
			.array();
	}

}
