package io.zhixing.acceptance.faults.intent;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * A write as it is meant, before it is sent.
 *
 * @param mark by which its effect is found in the service's tables
 * @param ifMatch null where nothing is changed
 */
public record Intent(long number, Kind kind, String mark, String path, String body, String ifMatch) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static Intent making(long number, Kind kind, String mark, Map<String, ?> body) {
        return new Intent(number, kind, mark, kind.path(null), json(body), null);
    }

    /** @param version that the caller has read */
    public static Intent moving(long number, Kind kind, String id, long version, Map<String, ?> body) {
        return new Intent(number, kind, id, kind.path(id), json(body), "\"v" + version + "\"");
    }

    /** One key for one intent, however often it is sent. */
    public String key() {
        return "fault-" + number;
    }

    String bodyHash() {
        try {
            return HexFormat.of().formatHex(
                    MessageDigest.getInstance("SHA-256").digest(body.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String json(Map<String, ?> body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
