package org.wuyeflow.record.attachment;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.Test;
import org.wuyeflow.Refusal;
import org.wuyeflow.StartRefusal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ClamAvTest {

	private static final byte[] FILE = "a file".getBytes(StandardCharsets.UTF_8);

	@Test
	void cleanFileIsSentAndPasses() throws Exception {
		try (ServerSocket daemon = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			CompletableFuture<byte[]> received = answering(daemon, "stream: OK\0");
			assertThatCode(() -> scanner(daemon).scan(FILE)).doesNotThrowAnyException();
			assertThat(received.get()).isEqualTo(FILE);
		}
	}

	@Test
	void infectedFileIsRefused() throws Exception {
		assertRefused("stream: Eicar-Test-Signature FOUND\0", "病毒检查发现这个文件有问题");
	}

	@Test
	void fileThatCannotBeScannedIsRefused() throws Exception {
		assertRefused("INSTREAM size limit exceeded. ERROR\0", "病毒检查暂时不可用");
		assertRefused("", "病毒检查暂时不可用");
		ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
		closed.close();
		assertThatThrownBy(() -> scanner(closed).scan(FILE)).isInstanceOf(Refusal.class).hasMessageContaining("暂时不可用");
	}

	@Test
	void addressWithoutAPortRefusesTheStart() {
		assertThatThrownBy(() -> new ClamAv("localhost")).isInstanceOf(StartRefusal.class)
			.hasMessageContaining("localhost:3310");
	}

	private static void assertRefused(String answer, String sentence) throws Exception {
		try (ServerSocket daemon = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			answering(daemon, answer);
			assertThatThrownBy(() -> scanner(daemon).scan(FILE)).isInstanceOf(Refusal.class)
				.hasMessageContaining(sentence);
		}
	}

	private static ClamAv scanner(ServerSocket daemon) {
		return new ClamAv("localhost:" + daemon.getLocalPort());
	}

	private static CompletableFuture<byte[]> answering(ServerSocket daemon, String answer) {
		return CompletableFuture.supplyAsync(() -> {
			try (Socket socket = daemon.accept()) {
				DataInputStream in = new DataInputStream(socket.getInputStream());
				assertThat(new String(in.readNBytes(10), StandardCharsets.US_ASCII)).isEqualTo("zINSTREAM\0");
				byte[] content = in.readNBytes(in.readInt());
				assertThat(in.readInt()).isZero();
				socket.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
				return content;
			}
			catch (IOException ex) {
				throw new IllegalStateException(ex);
			}
		});
	}

}
