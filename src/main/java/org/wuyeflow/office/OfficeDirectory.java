package org.wuyeflow.office;

import java.util.List;

import org.wuyeflow.Refusal;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The management offices of the company, from the table {@code office}.
 */
@Service
@Transactional(readOnly = true)
public class OfficeDirectory {

	private final OfficeRepository offices;

	OfficeDirectory(OfficeRepository offices) {
		this.offices = offices;
	}

	/** All offices, by id. */
	public List<Office> all() {
		return this.offices.findAllByOrderById();
	}

	/**
	 * The office with this id.
	 * @throws Refusal (404) where there is none
	 */
	public Office get(String id) {
		return this.offices.findById(id).orElseThrow(() -> Refusal.notFound("没有这个管理处。"));
	}

	/** The offices this person works for, by id. */
	public List<Office> of(Staff staff) {
		return all().stream().filter((office) -> staff.worksFor(office.id())).toList();
	}

}
