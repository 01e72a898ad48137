package org.wuyeflow.complaint;

import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.wuyeflow.office.ComplaintEdition;
import org.wuyeflow.office.House;
import org.wuyeflow.office.Houses;
import org.wuyeflow.record.DutyLog;
import org.wuyeflow.record.DutyLogEntry;
import org.wuyeflow.record.QualityForm;
import org.wuyeflow.record.QualityRecord;
import org.wuyeflow.record.RecordBook;
import org.wuyeflow.record.RecordStatus;

import org.springframework.stereotype.Component;

/**
 * The forms that a complaint is recorded on. One is the main record of the edition, for
 * complaints settled on the spot, invalid ones and those from outside; one is what the
 * class asks for. Where both are the same form it is opened once. A form that a new
 * judgement makes the wrong one is marked as replaced, never removed.
 */
@Component
class ComplaintRecords {

	private final RecordBook book;

	private final DutyLog dutyLog;

	private final Houses houses;

	ComplaintRecords(RecordBook book, DutyLog dutyLog, Houses houses) {
		this.book = book;
		this.dutyLog = dutyLog;
		this.houses = houses;
	}

	/**
	 * Opens the main record, or takes it up again; another one that a class asked for is
	 * marked as replaced.
	 */
	void openMain(Complaint complaint) {
		QualityForm form = mainForm(complaint.edition());
		if (complaint.classForm() != null && complaint.classForm() != form) {
			replace(complaint, complaint.classForm(), complaint.classSerial());
			complaint.classRecord(null, null);
		}
		if (complaint.mainForm() == form) {
			reopen(record(complaint, form, complaint.mainSerial()));
		}
		else if (complaint.classForm() == form) {
			complaint.mainRecord(form, complaint.classSerial());
			reopen(record(complaint, form, complaint.classSerial()));
		}
		else {
			complaint.mainRecord(form, enter(complaint, form));
		}
	}

	/**
	 * Opens the record that the class asks for, and marks what is no longer right.
	 * @return whether it is another form than before
	 */
	boolean open(Complaint complaint, RecordRule rule) {
		QualityForm form = QualityForm.ofSlug(rule.form())
			.orElseThrow(() -> new IllegalStateException("No form " + rule.form()));
		QualityForm before = complaint.classForm();
		if (before != null && before != form && !Objects.equals(complaint.classSerial(), complaint.mainSerial())) {
			replace(complaint, before, complaint.classSerial());
		}
		if (complaint.mainForm() != null && complaint.mainForm() != form && !complaint.origin().outside()) {
			replace(complaint, complaint.mainForm(), complaint.mainSerial());
			complaint.mainRecord(null, null);
		}
		if (complaint.mainForm() == form) {
			complaint.classRecord(form, complaint.mainSerial());
		}
		else if (before != form) {
			complaint.classRecord(form, (form != QualityForm.DUTY_LOG) ? enter(complaint, form) : null);
		}
		of(complaint).forEach(ComplaintRecords::reopen);
		forms(complaint).forEach((record) -> record.kept(rule.originalHolder(), rule.copyHolder()));
		return before != form;
	}

	/** Fills in the record of the class. */
	<R extends QualityRecord> void fill(Complaint complaint, Class<R> type, Consumer<R> filling) {
		filling.accept(type.cast(record(complaint, complaint.classForm(), complaint.classSerial())));
	}

	/**
	 * Enters the complaint into the duty log; a former entry that is open is replaced.
	 */
	DutyLogEntry enterDutyLog(Complaint complaint, String matter) {
		if (complaint.classSerial() != null) {
			record(complaint, QualityForm.DUTY_LOG, complaint.classSerial()).replace();
		}
		DutyLogEntry entry = this.dutyLog.enter(complaint.office(), complaint.number(), house(complaint),
				complaint.receivedAt(), matter, null);
		complaint.classRecord(QualityForm.DUTY_LOG, entry.serial());
		return entry;
	}

	/** The original has arrived and the copies are where they belong. */
	void file(Complaint complaint, Consumer<ComplaintForm> filing) {
		forms(complaint).forEach(filing);
	}

	/** Closes all records of the complaint. */
	void close(Complaint complaint) {
		of(complaint).filter((record) -> record.recordStatus() == RecordStatus.OPEN).forEach((record) -> {
			if (record instanceof DutyLogEntry entry) {
				this.dutyLog.handle(entry.office(), entry.serial(), complaint.result());
			}
			else {
				record.close();
			}
		});
	}

	private static void reopen(QualityRecord record) {
		if (record.recordStatus() != RecordStatus.OPEN) {
			record.reopen();
		}
	}

	private void replace(Complaint complaint, QualityForm form, String serial) {
		if (serial != null) {
			record(complaint, form, serial).replace();
		}
	}

	private Stream<ComplaintForm> forms(Complaint complaint) {
		return of(complaint).filter(ComplaintForm.class::isInstance).map(ComplaintForm.class::cast);
	}

	private Stream<QualityRecord> of(Complaint complaint) {
		Set<QualityRecord> records = new LinkedHashSet<>();
		if (complaint.mainSerial() != null) {
			records.add(record(complaint, complaint.mainForm(), complaint.mainSerial()));
		}
		if (complaint.classSerial() != null && !complaint.classSerial().equals(complaint.mainSerial())) {
			records.add(record(complaint, complaint.classForm(), complaint.classSerial()));
		}
		return records.stream();
	}

	private QualityRecord record(Complaint complaint, QualityForm form, String serial) {
		Optional<? extends QualityRecord> found = this.book.find(entity(form), complaint.office(), serial);
		return found.orElseThrow(() -> new IllegalStateException("No record " + serial + " of " + complaint.number()));
	}

	private String enter(Complaint complaint, QualityForm form) {
		House house = house(complaint);
		return this.book.enter(switch (form) {
			case COMPLAINT_FOLLOWUP -> new ComplaintFollowup(complaint, house);
			case COMPLAINT_RECORD -> new ComplaintRecord(complaint, house);
			case CUSTOMER_OPINION -> new CustomerOpinion(complaint, house);
			case LEFTOVER_WORKS -> new LeftoverWorks(complaint, house);
			default -> throw new IllegalStateException(form + " is no form for complaints");
		}).serial();
	}

	private static Class<? extends QualityRecord> entity(QualityForm form) {
		return switch (form) {
			case COMPLAINT_FOLLOWUP -> ComplaintFollowup.class;
			case COMPLAINT_RECORD -> ComplaintRecord.class;
			case CUSTOMER_OPINION -> CustomerOpinion.class;
			case LEFTOVER_WORKS -> LeftoverWorks.class;
			case DUTY_LOG -> DutyLogEntry.class;
			default -> throw new IllegalStateException(form + " is no form for complaints");
		};
	}

	private House house(Complaint complaint) {
		return (complaint.houseNumber() != null) ? this.houses.find(complaint.office(), complaint.houseNumber()) : null;
	}

	static QualityForm mainForm(ComplaintEdition edition) {
		return switch (edition) {
			case OPINION -> QualityForm.COMPLAINT_FOLLOWUP;
			case SUGGESTION -> QualityForm.COMPLAINT_RECORD;
		};
	}

}
