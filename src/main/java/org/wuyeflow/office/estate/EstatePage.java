package org.wuyeflow.office.estate;

import java.io.IOException;
import java.util.List;

import jakarta.servlet.http.HttpSession;
import org.wuyeflow.Refusal;
import org.wuyeflow.office.CurrentStaff;
import org.wuyeflow.office.Role;
import org.wuyeflow.office.Staff;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The import of houses, owners and residents in two steps: what the file would change,
 * and the change itself. For administrators, and for the manager of an office about his
 * own. The file waits in the session in between.
 */
@Controller
class EstatePage {

	private static final String UPLOAD = EstatePage.class.getName() + ".upload";

	private static final String HOME = "redirect:/estate";

	private final EstateImport estate;

	private final CurrentStaff staff;

	EstatePage(EstateImport estate, CurrentStaff staff) {
		this.estate = estate;
		this.staff = staff;
	}

	@GetMapping("/estate")
	String show(HttpSession session, Model model) {
		List<EstateOffice> offices = offices(this.staff.get());
		model.addAttribute("offices", offices);
		model.addAttribute("header", Column.header());
		model.addAttribute("upload", session.getAttribute(UPLOAD));
		model.addAttribute("latest", this.estate.latest(offices));
		return "estate";
	}

	@PostMapping("/estate")
	String upload(@RequestParam MultipartFile file, HttpSession session) throws IOException {
		List<EstateOffice> offices = offices(this.staff.get());
		String name = String.valueOf(file.getOriginalFilename()).replaceAll("^.*[/\\\\]|\\p{C}", "");
		byte[] bytes = file.getBytes();
		EstateFile read = this.estate.read(bytes, offices);
		EstateChanges changes = read.mistakes().isEmpty() ? this.estate.preview(read) : null;
		session.setAttribute(UPLOAD, new Upload(name, bytes, read, changes, null));
		return HOME;
	}

	@PostMapping("/estate/load")
	String load(HttpSession session, RedirectAttributes shown) {
		List<EstateOffice> offices = offices(this.staff.get());
		if (!(session.getAttribute(UPLOAD) instanceof Upload upload) || upload.changes() == null) {
			throw Refusal.conflict("没有等待确认的文件，可能已经导入过了。请重新选择文件。");
		}
		if (!upload.isAbout(offices)) {
			throw Refusal.forbidden("文件里有不由您导入的管理处。");
		}
		try {
			EstateChanges done = this.estate.load(upload.file(), upload.name(), upload.bytes(), this.staff.get(),
					upload.changes());
			session.removeAttribute(UPLOAD);
			shown.addFlashAttribute("done", done.summary());
		}
		catch (Refusal ex) {
			session.setAttribute(UPLOAD, new Upload(upload.name(), upload.bytes(), upload.file(),
					this.estate.preview(upload.file()), ex.getMessage()));
		}
		return HOME;
	}

	@PostMapping("/estate/discard")
	String discard(HttpSession session) {
		session.removeAttribute(UPLOAD);
		return HOME;
	}

	private List<EstateOffice> offices(Staff visitor) {
		boolean administrator = visitor.has(Role.ADMINISTRATORS);
		if (!administrator && !visitor.has(Role.OFFICE_MANAGER.id())) {
			throw Refusal.forbidden("房屋和业主资料由系统管理员或管理处经理导入。如需更改，请联系他们。");
		}
		return this.estate.offices()
			.stream()
			.filter((office) -> administrator || visitor.worksFor(office.id()))
			.toList();
	}

	/**
	 * A file that waits for its confirmation, or is to be put right.
	 *
	 * @param name the file's name
	 * @param bytes the file
	 * @param file what was read from it
	 * @param changes what it would change, or null where it has mistakes
	 * @param problem why it was not loaded, or null
	 */
	record Upload(String name, byte[] bytes, EstateFile file, EstateChanges changes, String problem) {

		private static final int LINES_SHOWN = 1000;

		private boolean isAbout(List<EstateOffice> offices) {
			return this.file.rows().stream().map(EstateRow::office).allMatch(offices::contains);
		}

		/** How many rows it has. */
		public int rows() {
			return this.file.rows().size();
		}

		/** What is wrong, as far as a page can hold it. */
		public List<String> mistakes() {
			return this.file.mistakes().stream().limit(LINES_SHOWN).toList();
		}

		/** How many mistakes the page does not hold. */
		public int moreMistakes() {
			return Math.max(0, this.file.mistakes().size() - LINES_SHOWN);
		}

		/** Which known houses change, as far as a page can hold it. */
		public List<String> lines() {
			return this.changes.lines().stream().limit(LINES_SHOWN).toList();
		}

		/** What would be changed, in one sentence. */
		public String summary() {
			return this.changes.summary();
		}

		/** Whether there is nothing to change. */
		public boolean none() {
			return this.changes.none();
		}

	}

}
