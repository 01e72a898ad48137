package org.wuyeflow.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.springframework.util.FileSystemUtils;

/**
 * The MySQL server of a test run, the first that can be had of: the server that the
 * environment variable {@code WUYEFLOW_TEST_MYSQL} names (a JDBC URL with user and
 * password, allowed to create databases), a {@code mysqld} on the path, a Docker
 * container, Debian's packages unpacked under {@code target}. Started once per JVM and
 * stopped with it, also when the JVM is killed. MariaDB is refused: it takes what MySQL
 * refuses.
 */
final class MySqlServer {

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	private static final Path UNPACKED = Path.of("target", "mysql");

	private static Outcome outcome;

	private final String origin;

	private final String host;

	private final String options;

	private final String username;

	private final String password;

	private final Runnable stop;

	private final List<String> databases = new ArrayList<>();

	private MySqlServer(String origin, String host, String options, String username, String password, Runnable stop) {
		this.origin = origin;
		this.host = host;
		this.options = options;
		this.username = username;
		this.password = password;
		this.stop = stop;
	}

	/** Whether there is a server for this run; starts it at the first call. */
	static boolean available() {
		return find().server != null;
	}

	/** Why there is none, as a sentence. */
	static String whyNot() {
		return "no MySQL can be had: " + String.join("; ", find().reasons);
	}

	/**
	 * The running server.
	 * @throws IllegalStateException where there is none
	 */
	static MySqlServer running() {
		if (!available()) {
			throw new IllegalStateException(whyNot());
		}
		return find().server;
	}

	/** The JDBC URL of one of the server's databases, or of none where it is empty. */
	String url(String database) {
		return "jdbc:mysql://" + this.host + "/" + database + this.options;
	}

	String username() {
		return this.username;
	}

	String password() {
		return this.password;
	}

	/**
	 * Runs one of MySQL's own client programs on this server: the one on the path, else
	 * the one of Debian's packages.
	 * @param input what it reads, or null for nothing
	 * @param output where what it prints goes, or null for nowhere
	 */
	void client(String program, Path input, Path output, String... arguments) throws Exception {
		List<String> command = new ArrayList<>(onPath(program) ? List.of(program) : unpackedProgram("bin/" + program));
		String[] address = this.host.split(":");
		command.addAll(List.of("--no-defaults", "--host=" + address[0], "--port=" + address[1], "--protocol=tcp",
				"--user=" + this.username));
		command.addAll(Arrays.asList(arguments));
		Path complaints = Files.createTempFile("wuyeflow-", ".err");
		ProcessBuilder builder = new ProcessBuilder(command).redirectError(complaints.toFile())
			.redirectOutput((output != null) ? output.toFile() : complaints.toFile());
		builder.environment().put("MYSQL_PWD", this.password);
		if (input != null) {
			builder.redirectInput(input.toFile());
		}
		Process process = builder.start();
		process.getOutputStream().close();
		if (!process.waitFor(5, TimeUnit.MINUTES) || process.exitValue() != 0) {
			process.destroy();
			throw new IllegalStateException(program + ": " + Files.readString(complaints));
		}
		Files.delete(complaints);
	}

	/** Makes an empty database that goes with this JVM. */
	void createDatabase(String name) {
		execute("create database " + name);
		this.databases.add(name);
	}

	private void close() {
		this.databases.forEach((name) -> execute("drop database if exists " + name));
		this.stop.run();
	}

	private void execute(String sql) {
		try (Connection connection = connect(); Statement statement = connection.createStatement()) {
			statement.execute(sql);
		}
		catch (SQLException ex) {
			throw new IllegalStateException(sql, ex);
		}
	}

	private Connection connect() throws SQLException {
		return DriverManager.getConnection(url(""), this.username, this.password);
	}

	private static synchronized Outcome find() {
		if (outcome == null) {
			List<String> reasons = new ArrayList<>();
			outcome = new Outcome(search(reasons), reasons);
			if (outcome.server != null) {
				Runtime.getRuntime().addShutdownHook(new Thread(outcome.server::close));
			}
			else {
				System.out.println("\n!!! NOT TESTED ON MYSQL !!! " + whyNot() + "\n");
			}
		}
		return outcome;
	}

	private static MySqlServer search(List<String> reasons) {
		if (System.getenv("WUYEFLOW_TEST_MYSQL") != null) {
			return attempt("WUYEFLOW_TEST_MYSQL", MySqlServer::named, reasons);
		}
		MySqlServer server = attempt("mysqld on the path", MySqlServer::local, reasons);
		server = (server != null) ? server : attempt("Docker", MySqlServer::docker, reasons);
		return (server != null) ? server : attempt("Debian packages", MySqlServer::unpacked, reasons);
	}

	private static MySqlServer attempt(String way, Callable<MySqlServer> start, List<String> reasons) {
		MySqlServer server = null;
		try {
			server = start.call();
			System.out.println("Tests run on MySQL " + server.awaitVersion() + " (" + server.origin + ")");
			return server;
		}
		catch (Exception ex) {
			reasons.add(way + ": " + ex.getMessage());
			if (server != null) {
				server.stop.run();
			}
			return null;
		}
	}

	private static MySqlServer named() {
		Matcher url = Pattern.compile("jdbc:mysql://([^/?]+)(?:/[^?]*)?(\\?.*)?")
			.matcher(System.getenv("WUYEFLOW_TEST_MYSQL"));
		if (!url.matches()) {
			throw new IllegalStateException("not of the form jdbc:mysql://host:port/?user=…&password=…");
		}
		String options = (url.group(2) != null) ? url.group(2) : "?";
		String user = option(options, "user");
		String password = option(options, "password");
		return new MySqlServer("WUYEFLOW_TEST_MYSQL", url.group(1),
				options.replaceAll("(?<=[?&])(user|password)=[^&]*&?", ""), user, password, () -> {
				});
	}

	private static String option(String options, String name) {
		Matcher matcher = Pattern.compile("[?&]" + name + "=([^&]*)").matcher(options);
		return matcher.find() ? matcher.group(1) : "";
	}

	private static MySqlServer local() throws Exception {
		if (run(Duration.ofSeconds(10), "mysqld", "--no-defaults", "--version").contains("MariaDB")) {
			throw new IllegalStateException("it is MariaDB");
		}
		return start("mysqld on the path", List.of("mysqld", "--no-defaults"));
	}

	private static boolean onPath(String program) {
		return Arrays.stream(System.getenv("PATH").split(":"))
			.anyMatch((directory) -> Files.isExecutable(Path.of(directory, program)));
	}

	private static MySqlServer unpacked() throws Exception {
		List<String> mysqld = new ArrayList<>(unpackedProgram("sbin/mysqld"));
		String root = UNPACKED.resolve("packages").toAbsolutePath().toString();
		mysqld.addAll(List.of("--no-defaults", "--basedir=" + root + "/usr",
				"--lc-messages-dir=" + root + "/usr/share/mysql", "--plugin-dir=" + root + "/usr/lib/mysql/plugin"));
		return start("Debian packages unpacked in " + UNPACKED, mysqld);
	}

	/** A program of Debian's packages with the loader and the libraries that it needs. */
	private static List<String> unpackedProgram(String program) throws Exception {
		run(Duration.ofMinutes(5), "bash", "src/test/support/unpack-mysql.sh", UNPACKED.toString());
		String root = UNPACKED.resolve("packages").toAbsolutePath().toString();
		Path loader;
		try (var libraries = Files.find(Path.of(root, "usr"), 4,
				(path, attributes) -> path.getFileName().toString().matches("ld-linux-.*\\.so\\.\\d+"))) {
			loader = libraries.filter((path) -> Files.exists(path.resolveSibling("libc.so.6")))
				.findFirst()
				.orElseThrow(() -> new IllegalStateException("the packages hold no loader"));
		}
		return List.of(loader.toString(), "--library-path", loader.getParent().toString(), root + "/usr/" + program);
	}

	private static MySqlServer docker() throws Exception {
		run(Duration.ofSeconds(10), "docker", "info");
		String password = UUID.randomUUID().toString();
		String container = run(Duration.ofMinutes(5), "docker", "run", "--detach", "--rm", "--publish",
				"127.0.0.1::3306", "--env", "MYSQL_ROOT_PASSWORD=" + password, "mysql:lts")
			.strip();
		String address = run(Duration.ofSeconds(10), "docker", "port", container, "3306/tcp").strip();
		return new MySqlServer("Docker image mysql:lts", address, "?allowPublicKeyRetrieval=true", "root", password,
				() -> quietly("docker", "kill", container));
	}

	private static MySqlServer start(String origin, List<String> mysqld) throws Exception {
		Path directory = Files.createTempDirectory("wuyeflow-mysql-");
		try {
			return start(origin, mysqld, directory);
		}
		catch (Exception ex) {
			FileSystemUtils.deleteRecursively(directory);
			throw ex;
		}
	}

	private static MySqlServer start(String origin, List<String> mysqld, Path directory) throws Exception {
		String password = UUID.randomUUID().toString();
		Path users = Files.writeString(directory.resolve("users.sql"),
				"create user 'test'@'%' identified by '" + password + "';\ngrant all on *.* to 'test'@'%';\n");
		int port = freePort();
		List<String> command = new ArrayList<>(mysqld);
		command.addAll(List.of("--datadir=" + directory.resolve("data"), "--user=" + System.getProperty("user.name"),
				"--secure-file-priv=NULL"));
		run(PATIENCE, with(command, "--initialize-insecure"));
		// The shell cleans up when its standard input ends: when told to, or when this
		// JVM
		// dies.
		List<String> guarded = new ArrayList<>(List.of("sh", "-c",
				"\"$@\" & server=$!; cat >/dev/null; kill $server; wait $server; rm -rf \"$0\"", directory.toString()));
		guarded.addAll(List.of(with(command, "--bind-address=127.0.0.1", "--port=" + port, "--mysqlx=OFF",
				"--socket=" + directory.resolve("s"), "--pid-file=" + directory.resolve("pid"), "--init-file=" + users,
				"--skip-log-bin", "--default-time-zone=+05:00", "--innodb-flush-log-at-trx-commit=0",
				"--max-connections=200")));
		Process process = new ProcessBuilder(guarded).redirectErrorStream(true)
			.redirectOutput(directory.resolve("log").toFile())
			.start();
		return new MySqlServer(origin, "127.0.0.1:" + port, "?sslMode=DISABLED&allowPublicKeyRetrieval=true", "test",
				password, () -> stop(process));
	}

	private static void stop(Process process) {
		try {
			process.getOutputStream().close();
			process.waitFor(20, TimeUnit.SECONDS);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private String awaitVersion() throws Exception {
		Instant end = Instant.now().plus(PATIENCE);
		while (true) {
			try (Connection connection = connect();
					Statement statement = connection.createStatement();
					ResultSet row = statement.executeQuery("select version(), @@version_comment")) {
				row.next();
				if ((row.getString(1) + row.getString(2)).contains("MariaDB")) {
					throw new IllegalStateException("the server is MariaDB");
				}
				return row.getString(1);
			}
			catch (SQLException ex) {
				boolean wrongPassword = "28000".equals(ex.getSQLState());
				if (wrongPassword || Instant.now().isAfter(end)) {
					throw ex;
				}
				Thread.sleep(100);
			}
		}
	}

	private static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0)) {
			return socket.getLocalPort();
		}
	}

	private static String[] with(List<String> command, String... more) {
		List<String> all = new ArrayList<>(command);
		all.addAll(Arrays.asList(more));
		return all.toArray(String[]::new);
	}

	private static void quietly(String... command) {
		try {
			run(Duration.ofSeconds(20), command);
		}
		catch (Exception ex) {
			System.out.println(String.join(" ", command) + ": " + ex.getMessage());
		}
	}

	private static String run(Duration limit, String... command) throws Exception {
		Path output = Files.createTempFile("wuyeflow-", ".out");
		try {
			Process process = new ProcessBuilder(command).redirectErrorStream(true)
				.redirectOutput(output.toFile())
				.start();
			process.getOutputStream().close();
			if (!process.waitFor(limit.toSeconds(), TimeUnit.SECONDS)) {
				process.destroy();
				throw new IllegalStateException("no answer within " + limit.toSeconds() + " s");
			}
			String text = Files.readString(output);
			if (process.exitValue() != 0) {
				throw new IllegalStateException(text.lines().reduce((first, last) -> last).orElse("failed"));
			}
			return text;
		}
		finally {
			Files.delete(output);
		}
	}

	/**
	 * What the search for a server came to.
	 *
	 * @param server the server, or null where there is none
	 * @param reasons why each way failed
	 */
	private record Outcome(MySqlServer server, List<String> reasons) {
	}

}
