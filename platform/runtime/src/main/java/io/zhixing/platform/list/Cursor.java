package io.zhixing.platform.list;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

import jakarta.enterprise.context.RequestScoped;

import io.zhixing.platform.access.Caller;
import io.zhixing.platform.problem.PlatformProblems;
import io.zhixing.platform.secret.Mac;
import io.zhixing.platform.secret.Secrets;

/**
 * Positions in a list as callers carry them: {@code base64url(tag | binding | position)}. The tag proves that it is
 * ours; the binding ties it to list, filters, order, caller and scope. A position holds path keys, days and ids only.
 */
@RequestScoped
public class Cursor {

    private static final int TAG_BYTES = 16;
    private static final String SEPARATOR = "\u001f";

    private final Caller caller;
    private final Mac mac;

    Cursor(Caller caller, Secrets secrets) {
        this.caller = caller;
        this.mac = secrets.mac("cursor");
    }

    public String write(String binding, List<String> position) {
        var text = String.join(SEPARATOR, position).getBytes(StandardCharsets.UTF_8);
        var content = new byte[TAG_BYTES + text.length];
        System.arraycopy(bound(binding), 0, content, 0, TAG_BYTES);
        System.arraycopy(text, 0, content, TAG_BYTES, text.length);
        var whole = Arrays.copyOf(tag(content), TAG_BYTES + content.length);
        System.arraycopy(content, 0, whole, TAG_BYTES, content.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
    }

    /** Refuses with {@code CURSOR_INVALID} what is not ours and with {@code CURSOR_MISMATCH} what belongs elsewhere. */
    public List<String> read(String binding, String cursor) {
        var whole = decoded(cursor);
        if (whole.length < 2 * TAG_BYTES) {
            throw PlatformProblems.CURSOR_INVALID.about();
        }
        var content = Arrays.copyOfRange(whole, TAG_BYTES, whole.length);
        if (!MessageDigest.isEqual(Arrays.copyOf(whole, TAG_BYTES), tag(content))) {
            throw PlatformProblems.CURSOR_INVALID.about();
        }
        if (!MessageDigest.isEqual(Arrays.copyOf(content, TAG_BYTES), bound(binding))) {
            throw PlatformProblems.CURSOR_MISMATCH.about();
        }
        return List.of(new String(content, TAG_BYTES, content.length - TAG_BYTES, StandardCharsets.UTF_8)
                .split(SEPARATOR, -1));
    }

    private byte[] bound(String binding) {
        return Arrays.copyOf(mac.of("binding" + SEPARATOR + caller.name() + SEPARATOR + binding), TAG_BYTES);
    }

    private byte[] tag(byte[] content) {
        return Arrays.copyOf(mac.of(content), TAG_BYTES);
    }

    private static byte[] decoded(String cursor) {
        try {
            return Base64.getUrlDecoder().decode(cursor);
        } catch (IllegalArgumentException damaged) {
            throw PlatformProblems.CURSOR_INVALID.about();
        }
    }
}
