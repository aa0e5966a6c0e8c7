package io.zhixing.acceptance.canary;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** A way in which a text may have been written down, as the bytes to look for. */
public enum Encoding {
    UTF_8 {

        @Override
        List<byte[]> of(String text) {
            return List.of(text.getBytes(StandardCharsets.UTF_8));
        }
    },
    GBK {

        @Override
        List<byte[]> of(String text) {
            return List.of(text.getBytes(GB));
        }
    },
    UTF_16 {

        @Override
        List<byte[]> of(String text) {
            return List.of(text.getBytes(StandardCharsets.UTF_16BE), text.getBytes(StandardCharsets.UTF_16LE));
        }
    },
    /** Also escaped twice, as JSON within JSON is. */
    JSON_ESCAPED {

        @Override
        List<byte[]> of(String text) {
            return forms(text, "\\u%04x", "\\u%04X", "\\\\u%04x", "\\\\u%04X");
        }

        private List<byte[]> forms(String text, String... forms) {
            return Stream.of(forms).map(form -> {
                var escaped = new StringBuilder();
                text.chars().forEach(c -> escaped.append(c < 0x80 ? String.valueOf((char) c) : form.formatted(c)));
                return ascii(escaped.toString());
            }).toList();
        }
    },
    URL_ESCAPED {

        @Override
        List<byte[]> of(String text) {
            return texts(text).flatMap(bytes -> Stream.of(escaped(bytes), escaped(bytes).toLowerCase(Locale.ROOT)))
                    .map(Encoding::ascii).toList();
        }

        private String escaped(byte[] bytes) {
            var escaped = new StringBuilder();
            for (byte one : bytes) {
                escaped.append(one > 0 ? String.valueOf((char) one) : "%%%02X".formatted(one));
            }
            return escaped.toString();
        }
    },
    HEX {

        @Override
        List<byte[]> of(String text) {
            return texts(text).flatMap(bytes -> Stream.of(HexFormat.of(), HexFormat.of().withUpperCase())
                    .map(form -> ascii(form.formatHex(bytes)))).toList();
        }
    },
    /** Wherever in the encoded text it begins: at three places in four characters. */
    BASE64 {

        @Override
        List<byte[]> of(String text) {
            var found = new ArrayList<byte[]>();
            texts(text).forEach(bytes -> {
                for (int before = 0; before < 3; before++) {
                    var inner = inner(bytes, before);
                    found.add(ascii(inner));
                    found.add(ascii(inner.replace('+', '-').replace('/', '_')));
                }
            });
            return found;
        }

        /** The characters that do not depend on what stands before and behind. */
        private String inner(byte[] bytes, int before) {
            var padded = new byte[before + bytes.length];
            System.arraycopy(bytes, 0, padded, before, bytes.length);
            int sure = padded.length / 3 * 4 + padded.length % 3;
            return Base64.getEncoder().encodeToString(padded).substring(before == 0 ? 0 : before + 1, sure);
        }
    };

    private static final Charset GB = Charset.forName("GBK");

    /** The texts to look for, each once. */
    abstract List<byte[]> of(String text);

    private static Stream<byte[]> texts(String text) {
        return Stream.of(text.getBytes(StandardCharsets.UTF_8), text.getBytes(GB));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
