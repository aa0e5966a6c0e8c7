package io.zhixing.acceptance.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * One call on the thread of the client that makes it, over a connection that stays open. The JDK's clients took a tenth to
 * a fifth of the processors, which the JDBC side, one thread and one socket a client, does not.
 */
final class DirectCall {

    private final URI address;
    private final StringBuilder headers = new StringBuilder();

    /** @param tag of the version that the answer shows, absent where it shows none */
    record Answer(int status, Optional<String> tag, Optional<String> location, byte[] body) {

        boolean isDone() {
            return status / 100 == 2;
        }

        @Override
        public String toString() {
            return status + " " + new String(body, StandardCharsets.UTF_8);
        }
    }

    DirectCall(URI address, String token) {
        this.address = address;
        header("Host", address.getAuthority());
        header("Accept", "*/*");
        header("Authorization", "Bearer " + token);
    }

    DirectCall header(String name, String value) {
        headers.append(name).append(": ").append(value).append("\r\n");
        return this;
    }

    Answer get() throws IOException {
        return send("GET", new byte[0]);
    }

    /** @param body JSON */
    Answer post(byte[] body) throws IOException {
        header("Content-Type", "application/json");
        header("Content-Length", Integer.toString(body.length));
        return send("POST", body);
    }

    private Answer send(String method, byte[] body) throws IOException {
        var path = address.getRawPath() + (address.getRawQuery() == null ? "" : "?" + address.getRawQuery());
        var head = (method + " " + path + " HTTP/1.1\r\n" + headers + "\r\n").getBytes(StandardCharsets.ISO_8859_1);
        var request = new byte[head.length + body.length];
        System.arraycopy(head, 0, request, 0, head.length);
        System.arraycopy(body, 0, request, head.length, body.length);
        var response = Wire.to(address.getPort()).exchange(request);
        return new Answer(response.status(), Optional.ofNullable(response.headers().get("etag")),
                Optional.ofNullable(response.headers().get("location")), response.body());
    }
}
