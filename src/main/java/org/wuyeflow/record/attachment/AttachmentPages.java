package org.wuyeflow.record.attachment;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

import org.wuyeflow.Refusal;
import org.wuyeflow.office.CurrentStaff;
import org.wuyeflow.record.CaseRecords;
import org.wuyeflow.record.QualityRecord;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/**
 * Attachments over HTTP: the section of a record's page, the files, and the withdrawal.
 */
@Controller
class AttachmentPages {

	/** What a file may do in the browser that shows it: be looked at. */
	private static final String SHOWN_ONLY = "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; sandbox";

	private static final String OF_RECORD = "/records/{form}/{office}/{serial}/attachments";

	private final Attachments attachments;

	private final AttachmentSection section;

	private final CaseRecords records;

	private final CurrentStaff staff;

	AttachmentPages(Attachments attachments, AttachmentSection section, CaseRecords records, CurrentStaff staff) {
		this.attachments = attachments;
		this.section = section;
		this.records = records;
		this.staff = staff;
	}

	@GetMapping(OF_RECORD)
	String ofRecord(@PathVariable String form, @PathVariable String office, @PathVariable String serial, Model model) {
		model.addAttribute("content", this.section.of(record(form, office, serial)));
		return "attachments :: files";
	}

	@PostMapping(OF_RECORD)
	ResponseEntity<Void> attach(@PathVariable String form, @PathVariable String office, @PathVariable String serial,
			@RequestParam AttachmentKind kind, @RequestParam MultipartFile file) throws IOException {
		this.attachments.attach(Folder.of(record(form, office, serial)), kind, file.getOriginalFilename(),
				file.getBytes());
		return ResponseEntity.noContent().build();
	}

	@GetMapping("/attachments/{id}")
	ResponseEntity<byte[]> file(@PathVariable UUID id) {
		Attachments.Opened opened = this.attachments.open(id);
		FileType type = opened.attachment().fileType();
		ContentDisposition.Builder disposition = type.picture() ? ContentDisposition.inline()
				: ContentDisposition.attachment();
		return ResponseEntity.ok()
			.contentType(MediaType.parseMediaType(type.mediaType()))
			.header(HttpHeaders.CONTENT_DISPOSITION,
					disposition.filename(opened.attachment().fileName(), StandardCharsets.UTF_8).build().toString())
			.header("Content-Security-Policy", SHOWN_ONLY)
			.header("Cross-Origin-Resource-Policy", "same-origin")
			.body(opened.content());
	}

	@GetMapping("/attachments/{id}/thumbnail")
	ResponseEntity<byte[]> thumbnail(@PathVariable UUID id) {
		byte[] picture = this.attachments.thumbnail(id).orElseThrow(() -> Refusal.notFound("这个附件没有缩略图。"));
		return ResponseEntity.ok()
			.contentType(MediaType.IMAGE_JPEG)
			.header("Content-Security-Policy", SHOWN_ONLY)
			.header("Cross-Origin-Resource-Policy", "same-origin")
			.body(picture);
	}

	@PostMapping("/attachments/{id}/withdrawal")
	ResponseEntity<Void> withdraw(@PathVariable UUID id, @RequestParam String reason) {
		this.attachments.withdraw(id, reason);
		return ResponseEntity.noContent().build();
	}

	private QualityRecord record(String form, String office, String serial) {
		return this.records.find(form, office, serial, this.staff.get())
			.orElseThrow(() -> Refusal.notFound("没有找到这条记录，或者它不属于您的管理处。"));
	}

}
