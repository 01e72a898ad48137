package org.wuyeflow.record;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.servlet.http.HttpServletResponse;
import org.wuyeflow.Refusal;
import org.wuyeflow.office.CurrentStaff;
import org.wuyeflow.office.Office;
import org.wuyeflow.office.Staff;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * What staff take out of the registers: prints as PDF, spreadsheets.
 */
@Controller
class RecordFiles {

	private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

	private final RecordReader reader;

	private final Registers registers;

	private final RecordPaper paper;

	private final RecordTable table;

	private final Looks looks;

	private final CurrentStaff staff;

	RecordFiles(RecordReader reader, Registers registers, RecordPaper paper, RecordTable table, Looks looks,
			CurrentStaff staff) {
		this.reader = reader;
		this.registers = registers;
		this.paper = paper;
		this.table = table;
		this.looks = looks;
		this.staff = staff;
	}

	@GetMapping("/records/{form}/{office}/{serial}.pdf")
	ResponseEntity<byte[]> one(@PathVariable String form, @PathVariable String office, @PathVariable String serial,
			@RequestParam(required = false) UUID look) {
		Staff visitor = this.staff.get();
		QualityRecord record = this.reader.find(visitor, form, office, serial);
		return pdf(serial, this.paper.sheets(this.registers.get(form), List.of(record.id()),
				this.looks.opened(look, visitor, RecordLook.Way.PRINT), false));
	}

	@GetMapping("/records/{form}/sheets.pdf")
	ResponseEntity<byte[]> sheets(@PathVariable String form, @ModelAttribute("filter") RegisterFilter filter,
			@RequestParam(required = false) UUID look, @RequestParam(defaultValue = "false") boolean together) {
		Staff visitor = this.staff.get();
		Register register = this.registers.get(form);
		List<UUID> ids = this.reader.rows(visitor, register, filter).ids(0, RecordPaper.MOST_SHEETS + 1);
		if (ids.size() > RecordPaper.MOST_SHEETS) {
			throw new Refusal("一次最多打印 " + RecordPaper.MOST_SHEETS + " 张表，请先缩小查询范围。");
		}
		return pdf(register.form().title(),
				this.paper.sheets(register, ids, this.looks.opened(look, visitor, RecordLook.Way.PRINT), together));
	}

	@GetMapping("/records/{form}/blank.pdf")
	ResponseEntity<byte[]> blank(@PathVariable String form, @RequestParam(required = false) String office) {
		Register register = this.registers.get(form);
		List<Office> readable = this.reader.offices(this.staff.get(), register);
		Office chosen = readable.stream()
			.filter((one) -> office == null || office.isBlank() || one.id().equals(office))
			.findFirst()
			.orElseThrow(() -> Refusal.notFound("没有找到这个管理处，或者它不是您的管理处。"));
		return pdf(register.form().title() + "（空白）", this.paper.blank(register, chosen));
	}

	@GetMapping("/records/{form}.pdf")
	ResponseEntity<byte[]> list(@PathVariable String form, @ModelAttribute("filter") RegisterFilter filter,
			@RequestParam(required = false) UUID look) {
		Staff visitor = this.staff.get();
		Register register = this.registers.get(form);
		return pdf(register.form().title(),
				this.paper.list(visitor, register, filter, this.looks.opened(look, visitor, RecordLook.Way.PRINT)));
	}

	@GetMapping("/records/{form}.xlsx")
	void table(@PathVariable String form, @ModelAttribute("filter") RegisterFilter filter,
			@RequestParam(required = false) UUID look, HttpServletResponse response) throws IOException {
		Staff visitor = this.staff.get();
		Register register = this.registers.get(form);
		List<UUID> ids = this.table.ids(visitor, register, filter);
		List<Office> offices = this.reader.offices(visitor, register);
		Set<UUID> opened = this.looks.opened(look, visitor, RecordLook.Way.EXPORT);
		response.setContentType(XLSX);
		response.setHeader(HttpHeaders.CONTENT_DISPOSITION, named("attachment", register.form().title() + ".xlsx"));
		this.table.write(response.getOutputStream(), register, offices, filter, ids, opened);
	}

	private static ResponseEntity<byte[]> pdf(String name, byte[] content) {
		return ResponseEntity.ok()
			.contentType(MediaType.APPLICATION_PDF)
			.header(HttpHeaders.CONTENT_DISPOSITION, named("inline", name + ".pdf"))
			.body(content);
	}

	private static String named(String how, String file) {
		return ContentDisposition.builder(how).filename(file, StandardCharsets.UTF_8).build().toString();
	}

}
