package io.zhixing.acceptance.bench;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A connection to a service that stays open, HTTP/1.1 as far as the services speak it. It belongs to the thread that uses
 * it, as a JDBC connection does, and costs as little: client and service share the processors that are measured.
 */
final class Wire {

    private static final int PATIENCE_MILLIS = 30_000;
    private static final int BUFFER = 1 << 16;
    /** After a pause the other side may have closed it, and what is written into it then is lost without a word. */
    private static final long FRESH_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final ThreadLocal<Map<Integer, Wire>> OPEN = ThreadLocal.withInitial(HashMap::new);

    private final Socket socket;
    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER];
    private int next;
    private int end;
    private long usedAt = System.nanoTime();

    /** @param headers by their names in lower case */
    record Response(int status, Map<String, String> headers, byte[] body) {}

    private Wire(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(PATIENCE_MILLIS);
        in = socket.getInputStream();
    }

    /** This thread's connection to the port of this computer. */
    static Wire to(int port) {
        return OPEN.get().compute(port, (same, open) -> {
            try {
                if (open != null && System.nanoTime() - open.usedAt < FRESH_NANOS) {
                    return open;
                }
                if (open != null) {
                    open.socket.close();
                }
                return new Wire(port);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        });
    }

    /** All connections of this thread. */
    static void closeAll() {
        OPEN.get().values().forEach(open -> {
            try {
                open.socket.close();
            } catch (IOException gone) {
                throw new UncheckedIOException(gone);
            }
        });
        OPEN.remove();
    }

    /** @param request with everything, body included; whatever fails leaves the connection unusable */
    Response exchange(byte[] request) throws IOException {
        boolean answered = false;
        try {
            socket.getOutputStream().write(request);
            var status = line();
            var headers = new HashMap<String, String>();
            for (var line = line(); !line.isEmpty(); line = line()) {
                int colon = line.indexOf(':');
                headers.put(line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
            }
            var body = "chunked".equals(headers.get("transfer-encoding"))
                    ? chunks()
                    : bytes(Integer.parseInt(headers.getOrDefault("content-length", "0")));
            usedAt = System.nanoTime();
            answered = true;
            return new Response(Integer.parseInt(status.substring(9, 12)), headers, body);
        } finally {
            if (!answered) {
                OPEN.get().values().remove(this);
                socket.close();
            }
        }
    }

    private byte[] chunks() throws IOException {
        var body = new ByteArrayOutputStream();
        for (int length = chunk(); length > 0; length = chunk()) {
            body.writeBytes(bytes(length));
            line();
        }
        line();
        return body.toByteArray();
    }

    private int chunk() throws IOException {
        return Integer.parseInt(line(), 16);
    }

    private byte[] bytes(int length) throws IOException {
        var bytes = new byte[length];
        int buffered = Math.min(length, end - next);
        System.arraycopy(buffer, next, bytes, 0, buffered);
        next += buffered;
        if (in.readNBytes(bytes, buffered, length - buffered) < length - buffered) {
            throw new EOFException("The answer ended in its middle");
        }
        return bytes;
    }

    /** Without its end. Lines of an answer's head are ASCII and shorter than the buffer. */
    private String line() throws IOException {
        for (int scan = next;; scan++) {
            if (scan == end) {
                scan -= next;
                fill();
            }
            if (buffer[scan] == '\n') {
                var line = new String(buffer, next, scan - 1 - next, StandardCharsets.ISO_8859_1);
                next = scan + 1;
                return line;
            }
        }
    }

    /** What is unread goes to the front; more is read behind it. */
    private void fill() throws IOException {
        System.arraycopy(buffer, next, buffer, 0, end - next);
        end -= next;
        next = 0;
        int more = in.read(buffer, end, BUFFER - end);
        if (more < 0) {
            throw new EOFException("The connection ended before the answer");
        }
        end += more;
    }
}
