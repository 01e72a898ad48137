package org.wuyeflow.record;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import org.wuyeflow.office.Office;

import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.web.util.UriUtils;

/**
 * What a reader asks of a register, as it stands in the address of the page. What is
 * blank does not narrow anything.
 *
 * @param office an office's id, or null for all of his
 * @param from the first day of entry, or null
 * @param to the last day of entry, or null
 * @param status the status, or null
 * @param house a house's number or the beginning of one, as people type it, or null
 * @param text what some column must contain, or null
 * @param sort the attribute to sort by, descending with a leading {@code -}, or null for
 * the newest first
 * @param page the page, from 1
 */
record RegisterFilter(String office, @DateTimeFormat(iso = ISO.DATE) LocalDate from,
		@DateTimeFormat(iso = ISO.DATE) LocalDate to, RecordStatus status, String house, String text, String sort,
		Integer page) {

	private static final int LONGEST_TEXT = 100;

	RegisterFilter {
		office = blankToNull(office);
		house = blankToNull(house);
		text = blankToNull(text);
		sort = blankToNull(sort);
		page = (page != null) ? Math.max(1, page) : 1;
	}

	private static String blankToNull(String typed) {
		if (typed == null || typed.isBlank()) {
			return null;
		}
		String text = typed.strip();
		return text.substring(0, Math.min(text.length(), LONGEST_TEXT));
	}

	/** The same rows, on another page. */
	public RegisterFilter onPage(int other) {
		return new RegisterFilter(this.office, this.from, this.to, this.status, this.house, this.text, this.sort,
				other);
	}

	/** The same rows, but none entered after this day. */
	RegisterFilter until(LocalDate last) {
		return new RegisterFilter(this.office, this.from, last, this.status, this.house, this.text, this.sort, 1);
	}

	/**
	 * The same rows, sorted by this column; the other way round where they are already.
	 */
	public RegisterFilter sortedBy(String attribute) {
		String next = attribute.equals(this.sort) ? "-" + attribute : attribute;
		return new RegisterFilter(this.office, this.from, this.to, this.status, this.house, this.text, next, 1);
	}

	/** Whether the rows are sorted by this column: 1 upwards, -1 downwards, else 0. */
	public int sorted(String attribute) {
		if (("-" + attribute).equals(this.sort)) {
			return -1;
		}
		return attribute.equals(this.sort) ? 1 : 0;
	}

	/** Whether it leaves out anything of what the reader may see. */
	public boolean narrow() {
		return fields().keySet().stream().anyMatch((name) -> !name.equals("sort"));
	}

	/** What stands in the address beside the page, by its name there. */
	public Map<String, String> fields() {
		Map<String, String> fields = new LinkedHashMap<>();
		put(fields, "office", this.office);
		put(fields, "from", this.from);
		put(fields, "to", this.to);
		put(fields, "status", this.status);
		put(fields, "house", this.house);
		put(fields, "text", this.text);
		put(fields, "sort", this.sort);
		return fields;
	}

	/** In words, for paper and spreadsheets: whose records, and which. */
	String described(List<Office> offices) {
		List<String> words = new ArrayList<>();
		words.add(offices.stream()
			.filter((one) -> this.office == null || one.id().equals(this.office))
			.map(Office::name)
			.collect(Collectors.joining("、")));
		if (this.from != null || this.to != null) {
			words.add("登记日期 " + ((this.from != null) ? this.from : "") + " 至 " + ((this.to != null) ? this.to : ""));
		}
		if (this.status != null) {
			words.add("状态 " + this.status.label());
		}
		if (this.house != null) {
			words.add("房号 " + this.house);
		}
		if (this.text != null) {
			words.add("内容含“" + this.text + "”");
		}
		return String.join("；", words);
	}

	/** The end of the address that asks for this, with its question mark. */
	public String query() {
		Map<String, String> fields = fields();
		if (this.page > 1) {
			fields.put("page", String.valueOf(this.page));
		}
		return fields.isEmpty() ? ""
				: fields.entrySet()
					.stream()
					.map((field) -> field.getKey() + "=" + UriUtils.encode(field.getValue(), StandardCharsets.UTF_8))
					.collect(Collectors.joining("&", "?", ""));
	}

	private static void put(Map<String, String> fields, String name, Object value) {
		if (value != null) {
			fields.put(name, Objects.toString(value));
		}
	}

}
