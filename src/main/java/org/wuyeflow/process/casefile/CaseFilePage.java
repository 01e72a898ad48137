package org.wuyeflow.process.casefile;

import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

import org.wuyeflow.Refusal;
import org.wuyeflow.office.CurrentStaff;
import org.wuyeflow.office.Staff;
import org.wuyeflow.record.CaseRecords;
import org.wuyeflow.record.PersonalDataPolicy;
import org.wuyeflow.record.Work;
import org.wuyeflow.record.attachment.AttachmentKind;
import org.wuyeflow.record.attachment.AttachmentSection;
import org.wuyeflow.record.attachment.Attachments;
import org.wuyeflow.record.attachment.Folder;

import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/**
 * What the tab 档案 of a task shows in the Tasklist: the records of its case, what was
 * written last, and the attachments. Who may read the task may read it.
 */
@Controller
class CaseFilePage {

	private static final int CHANGES = 10;

	private final CaseFile caseFile;

	private final CaseRecords records;

	private final Attachments attachments;

	private final AttachmentSection section;

	private final Work work;

	private final CurrentStaff staff;

	private final Clock clock;

	CaseFilePage(CaseFile caseFile, CaseRecords records, Attachments attachments, AttachmentSection section, Work work,
			CurrentStaff staff, Clock clock) {
		this.caseFile = caseFile;
		this.records = records;
		this.attachments = attachments;
		this.section = section;
		this.work = work;
		this.staff = staff;
		this.clock = clock;
	}

	@GetMapping("/case-file/{task}")
	String show(@PathVariable String task, Model model) {
		Staff reader = this.staff.get();
		TaskAtHand hand = taskAtHand(task, reader);
		String number = hand.step().caseNumber();
		boolean unmasked = PersonalDataPolicy.seesAtWork(reader, hand.office());
		model.addAttribute("number", number);
		Optional.ofNullable(hand.due()).ifPresent((due) -> {
			model.addAttribute("due",
					DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm")
						.withZone(this.clock.getZone())
						.format(due.toInstant()));
			model.addAttribute("overdue", due.toInstant().isBefore(Instant.now(this.clock)));
		});
		model.addAttribute("sheets", this.records.sheets(number, reader, unmasked));
		model.addAttribute("changes", this.records.latestChanges(number, CHANGES));
		model.addAttribute("content", section(hand));
		return "case-file";
	}

	@GetMapping("/case-file/{task}/attachments")
	String attachments(@PathVariable String task, Model model) {
		model.addAttribute("content", section(taskAtHand(task, this.staff.get())));
		return "attachments :: files";
	}

	@PostMapping("/case-file/{task}/attachments")
	ResponseEntity<Void> attach(@PathVariable String task, @RequestParam AttachmentKind kind,
			@RequestParam MultipartFile file) throws Exception {
		TaskAtHand hand = taskAtHand(task, this.staff.get());
		byte[] content = file.getBytes();
		this.work.during(hand.step(),
				() -> this.attachments.attach(folder(hand), kind, file.getOriginalFilename(), content));
		return ResponseEntity.noContent().build();
	}

	private AttachmentSection.Section section(TaskAtHand hand) {
		return this.section.of(folder(hand), "/case-file/" + hand.id() + "/attachments");
	}

	private static Folder folder(TaskAtHand hand) {
		return Folder.ofCase(hand.office(), hand.step().caseNumber());
	}

	private TaskAtHand taskAtHand(String task, Staff reader) {
		return this.caseFile.taskAtHand(task, reader)
			.orElseThrow(() -> Refusal.notFound("这项任务已经办完，或者不由您的岗位办理。请刷新任务清单。"));
	}

}
