package org.wuyeflow.office.estate;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

import org.wuyeflow.Command;
import org.wuyeflow.CommandSettings;
import org.wuyeflow.office.Staff;

import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The command {@code import-estate FILE.csv}: loads houses, owners and residents, also
 * while the application runs on the same MySQL database.
 */
public final class ImportEstate implements Command {

	private static final Staff OPERATOR = new Staff("import-estate", "命令行", Set.of(), Set.of());

	@Override
	public String name() {
		return "import-estate";
	}

	@Override
	public int run(List<String> arguments, PrintStream out) throws Exception {
		List<String> files = arguments.stream().filter((argument) -> !argument.startsWith("--")).toList();
		if (files.size() != 1) {
			throw new IllegalArgumentException("用法：import-estate 文件.csv");
		}
		Path path = Path.of(files.get(0));
		if (!Files.isReadable(path) || Files.isDirectory(path)) {
			throw new IllegalArgumentException("文件 " + path + " 不存在或读不到。");
		}
		byte[] bytes = Files.readAllBytes(path);
		CommandSettings settings = CommandSettings
			.read(arguments.stream().filter((argument) -> argument.startsWith("--")).toList());
		Clock clock = Clock.system(settings.environment().getRequiredProperty("wuyeflow.zone", ZoneId.class));
		try (Connection connection = settings.connect()) {
			return load(new JdbcTemplate(new SingleConnectionDataSource(connection, true)), clock, path, bytes, out);
		}
		catch (SQLException | DataAccessException ex) {
			throw new IllegalStateException("数据库 " + settings.databaseUrl() + " 用不了，或者还没有启动过这个版本的系统：" + reason(ex), ex);
		}
	}

	private static int load(JdbcTemplate jdbc, Clock clock, Path path, byte[] bytes, PrintStream out) {
		JdbcTransactionManager transactions = new JdbcTransactionManager(jdbc.getDataSource());
		EstateImport estate = new EstateImport(jdbc, new TransactionTemplate(transactions), clock);
		List<EstateOffice> offices = estate.offices();
		if (offices.isEmpty()) {
			throw new IllegalStateException("还没有管理处，请先在设置 wuyeflow.offices 中写明并启动一次。");
		}
		EstateFile file = estate.read(bytes, offices);
		if (!file.mistakes().isEmpty()) {
			out.println(path + " 有 " + file.mistakes().size() + " 处错误，什么都没有导入：");
			file.mistakes().forEach((mistake) -> out.println("  " + mistake));
			return NOT_WELL;
		}
		EstateChanges changes = estate.load(file, path.getFileName().toString(), bytes, OPERATOR, null);
		out.println("已导入 " + path + "，" + file.rows().size() + " 行：" + changes.summary());
		changes.lines().forEach((line) -> out.println("  " + line));
		return WELL;
	}

	/** A statement that fails may quote a name; the database's number does not. */
	private static String reason(Exception failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof SQLException sql) {
				return "错误号 " + sql.getErrorCode() + "，状态 " + sql.getSQLState();
			}
		}
		return failure.getClass().getSimpleName();
	}

}
