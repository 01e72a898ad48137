package org.wuyeflow.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Stands between the application and its database and counts round trips: each time the
 * application speaks after the database has answered. The connections must not be
 * encrypted.
 */
final class RoundTripProxy {

	private final AtomicLong roundTrips = new AtomicLong();

	private final ServerSocket door;

	private final String host;

	private final int port;

	RoundTripProxy(String host, int port) {
		this.host = host;
		this.port = port;
		try {
			this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		background(this::accept);
	}

	/** The port to connect to instead of the database's. */
	int port() {
		return this.door.getLocalPort();
	}

	/** The round trips of all connections so far. */
	long roundTrips() {
		return this.roundTrips.get();
	}

	private void accept() throws IOException {
		while (true) {
			Socket client = this.door.accept();
			Socket server = new Socket(this.host, this.port);
			client.setTcpNoDelay(true);
			server.setTcpNoDelay(true);
			AtomicBoolean answered = new AtomicBoolean();
			background(() -> copy(client, server, () -> {
				if (answered.getAndSet(false)) {
					this.roundTrips.incrementAndGet();
				}
			}));
			background(() -> copy(server, client, () -> answered.set(true)));
		}
	}

	private static void copy(Socket from, Socket to, Runnable spoken) throws IOException {
		try (from; to) {
			InputStream in = from.getInputStream();
			OutputStream out = to.getOutputStream();
			byte[] buffer = new byte[65536];
			for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
				spoken.run();
				out.write(buffer, 0, length);
			}
		}
	}

	private static void background(Work work) {
		Thread thread = new Thread(() -> {
			try {
				work.run();
			}
			catch (IOException ex) {
				// One side has closed its connection, which ends this one.
			}
		}, "round-trip-proxy");
		thread.setDaemon(true);
		thread.start();
	}

	/** Copying or accepting, until one side ends it. */
	private interface Work {

		void run() throws IOException;

	}

}
