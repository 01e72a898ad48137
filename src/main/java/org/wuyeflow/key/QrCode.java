package org.wuyeflow.key;

import java.util.Map;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;

/**
 * A QR code to be drawn into a page.
 *
 * @param size how many squares it is wide, its margin included
 * @param path the dark squares, as the path of an SVG picture
 */
record QrCode(int size, String path) {

	static QrCode of(String text) {
		try {
			BitMatrix squares = new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0,
					Map.of(EncodeHintType.MARGIN, 4));
			StringBuilder path = new StringBuilder();
			for (int y = 0; y < squares.getHeight(); y++) {
				for (int x = 0; x < squares.getWidth(); x++) {
					if (squares.get(x, y)) {
						path.append('M').append(x).append(' ').append(y).append("h1v1h-1z");
					}
				}
			}
			return new QrCode(squares.getWidth(), path.toString());
		}
		catch (WriterException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
