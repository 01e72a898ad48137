package org.wuyeflow.record.attachment;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.data.repository.Repository;

interface AttachmentRepository extends Repository<Attachment, UUID> {

	Attachment save(Attachment attachment);

	void flush();

	Optional<Attachment> findById(UUID id);

	List<Attachment> findByCaseNumberOrderById(String caseNumber);

	List<Attachment> findByRecordIdOrderById(UUID recordId);

}
