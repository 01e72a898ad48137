package org.wuyeflow.key;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.wuyeflow.Refusal;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Borrowed keys come back: all of them, some, or not as they went. Each method is one
 * return at the counter. Clauses CP-5.3.2.D1, CP-5.3.2.D2.
 */
@Service
@Transactional
public class KeyReturnService {

	private final KeyLoanService loans;

	private final KeyLoanItemRepository items;

	private final LoanTerms terms;

	private final KeyIncidentService incidents;

	private final KeyLog log;

	KeyReturnService(KeyLoanService loans, KeyLoanItemRepository items, LoanTerms terms, KeyIncidentService incidents,
			KeyLog log) {
		this.loans = loans;
		this.items = items;
		this.terms = terms;
		this.incidents = incidents;
		this.log = log;
	}

	/**
	 * All keys are back.
	 * @throws Refusal (409) where not all were counted; (400) where they are late and no
	 * reason is given
	 */
	public KeyLoan all(KeyReturn brought) {
		KeyLoan loan = this.loans.get(brought.loan());
		List<KeyLoanItem> back = out(loan);
		exactly(back, brought.counted());
		take(loan, back, brought, LoanStatus.RETURNED);
		return loan;
	}

	/**
	 * Some of the keys are back, the others follow.
	 * @param doors the doors whose keys are back
	 * @throws Refusal (400) where these are not some of those that are out; (409) where
	 * not all of them were counted
	 */
	public KeyLoan some(KeyReturn brought, Set<Door> doors) {
		KeyLoan loan = this.loans.get(brought.loan());
		List<KeyLoanItem> back = of(loan, doors);
		if (back.size() == out(loan).size()) {
			throw new Refusal("借出的钥匙都回来了，请选择「全部归还」。");
		}
		exactly(back, brought.counted());
		take(loan, back, brought, LoanStatus.PARTLY_BACK);
		return loan;
	}

	/**
	 * Keys are lost, damaged or perhaps copied; the others are back.
	 * @param doors the doors whose keys are concerned
	 * @param matter what happened
	 * @return the incident that it becomes
	 * @throws Refusal (409) where fewer or more were counted than that explains; (400)
	 * where they are late and no reason is given
	 */
	public KeyIncident withIncident(KeyReturn brought, Set<Door> doors, IncidentKind kind, String matter) {
		KeyLoan loan = this.loans.get(brought.loan());
		List<KeyLoanItem> concerned = of(loan, doors);
		List<KeyLoanItem> back = out(loan);
		int most = pieces(back);
		back.removeAll(concerned);
		int present = (kind == IncidentKind.LOST) ? most - 1 : most;
		if (brought.counted() < pieces(back) || brought.counted() > present) {
			throw Refusal.conflict("借出 " + most + " 把，按您所选，点到的应在 " + pieces(back) + " 到 " + present + " 把之间，请重新清点。");
		}
		take(loan, back, brought, LoanStatus.INCIDENT);
		concerned.forEach((item) -> {
			item.lost();
			item.key().missing();
		});
		return this.incidents.open(loan.office(), loan.houseNumber(), loan.number(), doors, kind, matter);
	}

	private void take(KeyLoan loan, List<KeyLoanItem> back, KeyReturn brought, LoanStatus next) {
		loan.returned(brought, next, this.log.staff(), this.log.now());
		if (next != LoanStatus.PARTLY_BACK) {
			this.terms.decide(loan);
		}
		back.forEach((item) -> {
			item.back(this.log.now());
			item.key().back();
		});
		String late = (brought.lateReason() != null) ? "；逾期原因：" + brought.lateReason() : "";
		String remark = (brought.remark() != null) ? "；" + brought.remark() : "";
		this.log.write(back.stream().map(KeyLoanItem::key).toList(), loan.number(), EntryKind.RETURNED,
				"归还人、验收人当面清点、验收并签字，挂回原处" + late + remark,
				(brought.broughtBy() != null) ? brought.broughtBy() : loan.borrower().name());
	}

	private List<KeyLoanItem> of(KeyLoan loan, Set<Door> doors) {
		List<KeyLoanItem> out = out(loan);
		Set<Door> lent = out.stream()
			.map((item) -> item.key().door())
			.collect(Collectors.toCollection(() -> EnumSet.noneOf(Door.class)));
		doors.stream().filter((door) -> !lent.contains(door)).findFirst().ifPresent((door) -> {
			throw new Refusal("这次没有借出" + door.label() + "的钥匙，还没有归还的是" + Door.labels(lent) + "。");
		});
		return out.stream().filter((item) -> doors.contains(item.key().door())).toList();
	}

	private List<KeyLoanItem> out(KeyLoan loan) {
		List<KeyLoanItem> out = new ArrayList<>(this.items.findByLoanIdOrderById(loan.id()));
		out.removeIf((item) -> !item.out());
		return out;
	}

	private static int pieces(List<KeyLoanItem> items) {
		return items.stream().mapToInt(KeyLoanItem::pieces).sum();
	}

	private static void exactly(List<KeyLoanItem> back, int counted) {
		if (counted != pieces(back)) {
			throw Refusal.conflict("应归还" + KeyLoanService.shown(back.stream().map(KeyLoanItem::key).toList()) + "，共 "
					+ pieces(back) + " 把，您点到 " + counted + " 把。请当面清点；确实少了或坏了，请选择「有钥匙遗失、损坏或疑似被复制」。");
		}
	}

}
