package org.wuyeflow.record.verify;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.wuyeflow.Command;
import org.wuyeflow.CommandSettings;
import org.wuyeflow.StartRefusal;
import org.wuyeflow.record.ledger.LedgerKey;
import org.wuyeflow.record.ledger.LedgerKeys;
import org.wuyeflow.record.ledger.LedgerSettings;

/**
 * The command {@code verify-records}: checks all records against the ledger, and names
 * each that is broken; with {@code --without-files} it leaves out the files of
 * attachments, with {@code --printed=1204:0123…} it compares with what stands on paper.
 * Reads one consistent snapshot, also while the application runs on the same MySQL
 * database.
 */
public final class VerifyRecords implements Command {

	/** The option that leaves the files of attachments out. */
	private static final String WITHOUT_FILES = "without-files";

	/** The option that names fingerprints from paper. */
	private static final String PRINTED = "printed";

	private static final double MEGABYTE = 1024 * 1024;

	private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

	@Override
	public String name() {
		return "verify-records";
	}

	@Override
	public int run(List<String> arguments, PrintStream out) throws Exception {
		CommandSettings settings = CommandSettings.read(arguments);
		LedgerSettings ledger = LedgerSettings.of(settings.environment());
		ZoneId zone = settings.environment().getRequiredProperty("wuyeflow.zone", ZoneId.class);
		Clock clock = Clock.system(zone);
		AnchorFile anchor = (ledger.anchorFile() != null) ? anchor(ledger) : AnchorFile.NONE;
		Map<String, LedgerKey> keys = keys(ledger, anchor);
		String printed = settings.environment().getProperty(PRINTED, "");
		if (!printed.isBlank()) {
			anchor = anchor.with(printed);
		}
		boolean withFiles = !settings.environment().containsProperty(WITHOUT_FILES);
		Instant start = clock.instant();
		Report report;
		try (Connection connection = settings.connect()) {
			connection.setAutoCommit(false);
			connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
			connection.setReadOnly(true);
			report = new RecordVerifier(connection, RecordTable.all(), keys, anchor, start).verify(withFiles);
			connection.rollback();
		}
		catch (SQLException ex) {
			throw new IllegalStateException("数据库 " + settings.databaseUrl() + " 读不了，或者不是这个版本的：" + ex.getMessage(), ex);
		}
		out.println("质量记录账本核对  " + MINUTE.format(start.atZone(zone)));
		out.println("  数据库  " + settings.databaseUrl());
		out.println("  密钥    " + keys.keySet().stream().collect(Collectors.joining("、")) + "（" + ledger.usedKeyFile()
				+ "）");
		out.println("  锚点    " + anchorLine(ledger, anchor));
		print(report, Duration.between(start, clock.instant()), withFiles, out);
		limits(ledger, anchor, out);
		return report.whole() ? WELL : NOT_WELL;
	}

	private static void print(Report report, Duration took, boolean withFiles, PrintStream out) {
		out.printf("已核对 %,d 条登记、%,d 条其他存档、%,d 项修改、%,d 次查看、%,d 个封存块，用时 %.1f 秒；%,d 项尚未封存，%,d 条记录的个人信息已按保存期限清除。%n",
				report.registerRecords(), report.otherRecords(), report.changes(), report.looks(), report.blocks(),
				took.toMillis() / 1000.0, report.unsealed(), report.erased());
		if (withFiles) {
			out.printf("已核对 %,d 个附件文件，共 %,.1f MB。%n", report.files(), report.fileBytes() / MEGABYTE);
		}
		else {
			out.println("附件文件没有核对（--" + WITHOUT_FILES + "）。");
		}
		if (report.whole()) {
			out.println("结论：完好，没有发现改动。");
			return;
		}
		out.printf("结论：有 %,d 处不符：%n", report.findings().size() + report.more());
		report.findings().forEach((finding) -> out.println("  ✗ " + finding));
		if (report.more() > 0) {
			out.printf("  ……另有 %,d 处未列出。%n", report.more());
		}
	}

	private static void limits(LedgerSettings ledger, AnchorFile anchor, PrintStream out) {
		if (!anchor.printed().isEmpty()) {
			out.println("已与打印的指纹对照：第 "
					+ anchor.printed().keySet().stream().map(String::valueOf).collect(Collectors.joining("、"))
					+ " 块。最后一张打印件以后的部分，仍要靠锚点文件。");
		}
		if (ledger.anchorFile() == null) {
			out.println("""
					这次没有锚点文件（WUYEFLOW_LEDGER_ANCHORFILE），以下改动查不出来：
					  · 整个数据库被恢复成旧的备份，或最近的封存块连同记录、编号计数一起被截去；
					  · 账本被整个清空重来；
					  · 最近的封存块被拆掉，其中的修改退回“尚未封存”，再封一次；
					  · 有人拿到密钥，从某一块起全部重新封存。
					可用 --printed=块号:指纹 与以前打印的账本指纹（投诉汇总）对照，或设置锚点文件。""");
		}
		else {
			out.println("""
					有锚点也查不出来的：锚点文件最后一行之后的封存块被截去；写入后 2 秒内、尚未封存的修改连同记录和编号计数一起被撤去；\
					锚点文件本身被一并替换（应放在别的存储上）。""");
		}
	}

	private static String anchorLine(LedgerSettings ledger, AnchorFile anchor) {
		if (ledger.anchorFile() == null) {
			return "没有";
		}
		return ledger.anchorFile() + (anchor.heads().isEmpty() ? "，还没有内容" : "，最后是第 " + anchor.heads().lastKey() + " 块");
	}

	private static AnchorFile anchor(LedgerSettings ledger) throws IOException {
		if (!Files.isReadable(ledger.anchorFile())) {
			throw new IOException("锚点文件 " + ledger.anchorFile() + " 不存在或读不到");
		}
		return AnchorFile.read(ledger.anchorFile());
	}

	private static Map<String, LedgerKey> keys(LedgerSettings ledger, AnchorFile anchor) {
		Map<String, LedgerKey> keys = new HashMap<>(anchor.keys());
		if (Files.exists(ledger.usedKeyFile()) || keys.isEmpty()) {
			try {
				LedgerKeys.read(ledger.usedKeyFile()).all().forEach((key) -> keys.put(key.id(), key));
			}
			catch (StartRefusal ex) {
				throw new IllegalStateException(ex.getMessage(), ex);
			}
		}
		return keys;
	}

}
