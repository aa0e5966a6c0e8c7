package io.zhixing.platform.imports;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * A file as it was sent, in parts that are sealed one by one.
 *
 * @param digest SHA-256 of the whole, by which a repeated call is known
 */
public record Upload(String digest, List<byte[]> parts) {

    private static final int PART_BYTES = 1 << 20;

    static Upload read(InputStream in) throws IOException {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            var parts = new ArrayList<byte[]>();
            for (var part = in.readNBytes(PART_BYTES); part.length > 0; part = in.readNBytes(PART_BYTES)) {
                digest.update(part);
                parts.add(part);
            }
            return new Upload(HexFormat.of().formatHex(digest.digest()), parts);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    InputStream open() {
        return new Parts(part -> part < parts.size() ? parts.get(part) : null);
    }

    /** Reads parts one after the other, each only when it is needed. */
    static final class Parts extends InputStream {

        /** The part of this number from 0; null behind the last. */
        interface Source {

            byte[] part(int number);
        }

        private final Source source;
        private byte[] part = new byte[0];
        private int at;
        private int number;

        Parts(Source source) {
            this.source = source;
        }

        @Override
        public int read() {
            return fill() ? part[at++] & 0xff : -1;
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            if (length == 0) {
                return 0;
            }
            if (!fill()) {
                return -1;
            }
            int count = Math.min(length, part.length - at);
            System.arraycopy(part, at, into, offset, count);
            at += count;
            return count;
        }

        private boolean fill() {
            while (part != null && at == part.length) {
                part = source.part(number++);
                at = 0;
            }
            return part != null;
        }
    }
}
