package org.wuyeflow.notice;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.wuyeflow.Refusal;
import org.wuyeflow.office.Customers;

import org.springframework.stereotype.Service;

/**
 * Keeps personal data off the board: telephone and identity numbers, whole house numbers,
 * and the names of the office's customers. A house number of which a part is hidden
 * behind stars may stand.
 */
@Service
public class PublicWording {

	private static final Pattern NUMBER = Pattern
		.compile("(?<![0-9A-Za-z])(?:[1-9]\\d{16}[0-9Xx]|1[3-9]\\d(?:[ -]?\\d){8}|0\\d{2,3}-?\\d{7,8})(?![0-9A-Za-z])");

	private static final Pattern HOUSE = Pattern.compile(
			"(?<![\\dA-Za-z*])(?:[A-Za-z]?\\d{1,3}[-－—]\\d{1,3}[-－—]\\d{2,4}|[A-Za-z0-9]{1,3}[-－—]\\d{3,4})(?![\\d*－—-])"
					+ "|[A-Za-z0-9一二三四五六七八九十]{1,3}\\s*[栋幢座][^，。；,;\\n]{0,10}?\\d{2,4}(?![\\d*])|(?<!\\d)\\d{3,4}\\s*[室房](?!\\p{IsHan}*[率])");

	private final Customers customers;

	PublicWording(Customers customers) {
		this.customers = customers;
	}

	/**
	 * Checks a text before anybody else can read it.
	 * @param office the id of the office whose customers it might name
	 * @param what what the text is called in the sentence
	 * @param text the text, or null
	 * @throws Refusal (400) that names what must go
	 */
	public void check(String office, String what, String text) {
		if (text == null) {
			return;
		}
		refuse(NUMBER.matcher(text), what, "像是电话或证件号码");
		refuse(HOUSE.matcher(text), what, "像是房号");
		List<String> names = this.customers.namesIn(office, text);
		if (!names.isEmpty()) {
			throw new Refusal(sentence(what, String.join("、", names), "是顾客的姓名或名称"));
		}
	}

	private static void refuse(Matcher found, String what, String why) {
		if (found.find()) {
			throw new Refusal(sentence(what, found.group().strip(), why));
		}
	}

	private static String sentence(String what, String words, String why) {
		return "「" + what + "」要对外公布，不能写个人信息：「" + words + "」" + why + "，请删去或改写。";
	}

}
