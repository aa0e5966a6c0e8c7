package io.zhixing.acceptance.bench;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.Optional;

/**
 * One call on the thread of the client that makes it, over a connection that stays open. The JDK's other client hands each
 * call through several threads; on a computer that runs the service as well this took a fifth of the processors, which the
 * JDBC side, one thread and one socket a client, does not.
 */
final class DirectCall {

    private static final int PATIENCE_MILLIS = 30_000;

    static {
        // The JDK keeps five connections to one address open, and would open a new one for each call of the others.
        System.setProperty("http.maxConnections", "64");
        System.setProperty("sun.net.http.retryPost", "false");
    }

    private final HttpURLConnection connection;

    /** @param tag of the version that the answer shows, absent where it shows none */
    record Answer(int status, Optional<String> tag, Optional<String> location, byte[] body) {

        boolean isDone() {
            return status / 100 == 2;
        }

        @Override
        public String toString() {
            return status + " " + new String(body);
        }
    }

    DirectCall(URI address, String token) throws IOException {
        connection = (HttpURLConnection) address.toURL().openConnection();
        connection.setConnectTimeout(PATIENCE_MILLIS);
        connection.setReadTimeout(PATIENCE_MILLIS);
        connection.setUseCaches(false);
        connection.setRequestProperty("Authorization", "Bearer " + token);
    }

    DirectCall header(String name, String value) {
        connection.setRequestProperty(name, value);
        return this;
    }

    Answer get() throws IOException {
        return answer();
    }

    /** @param body JSON */
    Answer post(byte[] body) throws IOException {
        connection.setRequestMethod("POST");
        connection.setRequestProperty("Content-Type", "application/json");
        connection.setDoOutput(true);
        connection.setFixedLengthStreamingMode(body.length);
        try (var out = connection.getOutputStream()) {
            out.write(body);
        }
        return answer();
    }

    /** The whole body is read: what is left in a connection closes it. */
    private Answer answer() throws IOException {
        int status = connection.getResponseCode();
        try (InputStream in = status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
            return new Answer(status, Optional.ofNullable(connection.getHeaderField("ETag")),
                    Optional.ofNullable(connection.getHeaderField("Location")),
                    in == null ? new byte[0] : in.readAllBytes());
        }
    }
}
