package org.wuyeflow.process.refusal;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;

/** A response whose body is dropped from the moment it has failed. */
final class FailedResponse extends HttpServletResponseWrapper {

	FailedResponse(HttpServletResponse response) {
		super(response);
	}

	boolean hasFailed() {
		return getStatus() >= 400;
	}

	@Override
	public void sendError(int status, String message) {
		setStatus(status);
	}

	@Override
	public void sendError(int status) {
		setStatus(status);
	}

	@Override
	public void flushBuffer() throws IOException {
		if (!hasFailed()) {
			super.flushBuffer();
		}
	}

	@Override
	public ServletOutputStream getOutputStream() throws IOException {
		return hasFailed() ? new Nowhere() : super.getOutputStream();
	}

	@Override
	public PrintWriter getWriter() throws IOException {
		return hasFailed() ? new PrintWriter(OutputStream.nullOutputStream()) : super.getWriter();
	}

	private static final class Nowhere extends ServletOutputStream {

		@Override
		public boolean isReady() {
			return true;
		}

		@Override
		public void setWriteListener(WriteListener listener) {
			throw new UnsupportedOperationException();
		}

		@Override
		public void write(int b) {
		}

	}

}
