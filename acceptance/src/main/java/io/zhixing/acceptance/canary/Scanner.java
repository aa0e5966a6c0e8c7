package io.zhixing.acceptance.canary;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Looks for canaries in bytes, in all encodings at once, and counts what it has looked at. */
public final class Scanner {

    private static final int BUFFER = 1 << 20;

    private final Pattern[][] byFirstTwo = new Pattern[1 << 16][];
    private final Map<String, Set<String>> places = new LinkedHashMap<>();
    private final Map<String, Long> bytes = new LinkedHashMap<>();
    private final Set<Hit> hits = new LinkedHashSet<>();
    private int longest;

    private record Pattern(Canary canary, Encoding encoding, byte[] bytes) {}

    /** A canary in a place; however often it is there, it is one hit. */
    public record Hit(Place place, Canary canary, Encoding encoding) {

        @Override
        public String toString() {
            return "%s in %s (%s)".formatted(canary.label(), place, encoding);
        }
    }

    public Scanner(Collection<Canary> canaries) {
        for (var canary : canaries) {
            var known = new LinkedHashSet<String>();
            for (var encoding : Encoding.values()) {
                encoding.of(canary.text()).stream()
                        .filter(bytes -> known.add(new String(bytes, StandardCharsets.ISO_8859_1)))
                        .forEach(bytes -> add(new Pattern(canary, encoding, bytes)));
            }
        }
    }

    /** Looks at one piece of a place. */
    public void look(Place place, byte[] piece) {
        count(place, piece.length);
        look(place, piece, piece.length);
    }

    public void look(Place place, String text) {
        look(place, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Looks at all of a place; what lies across the edge of two buffers is found too. */
    public void look(Place place, InputStream in) throws IOException {
        var buffer = new byte[BUFFER];
        int kept = 0;
        for (int read = in.read(buffer, 0, BUFFER); read > 0; read = in.read(buffer, kept, BUFFER - kept)) {
            count(place, read);
            look(place, buffer, kept + read);
            int keep = Math.min(longest - 1, kept + read);
            System.arraycopy(buffer, kept + read - keep, buffer, 0, keep);
            kept = keep;
        }
        count(place, 0);
    }

    /** The canaries that were found where they may not be. */
    public List<Hit> leaks(Declarations declared) {
        return hits.stream().filter(hit -> !hit.place().may(hit.canary(), declared)).toList();
    }

    /** Everything found, allowed or not. */
    public Set<Hit> hits() {
        return hits;
    }

    /** How many places of each kind were looked at, and how many bytes in them. */
    public List<String> summary() {
        return places.entrySet().stream().map(kind -> "%-10s %,8d places %,15d bytes".formatted(kind.getKey(),
                kind.getValue().size(), bytes.get(kind.getKey()))).toList();
    }

    long places(String kind) {
        return places.getOrDefault(kind, Set.of()).size();
    }

    private void count(Place place, long read) {
        places.computeIfAbsent(place.kind(), kind -> new LinkedHashSet<>()).add(place.name());
        bytes.merge(place.kind(), read, Long::sum);
    }

    private void add(Pattern pattern) {
        int first = firstTwo(pattern.bytes, 0);
        var others = byFirstTwo[first] == null ? new ArrayList<Pattern>() : new ArrayList<>(List.of(byFirstTwo[first]));
        others.add(pattern);
        byFirstTwo[first] = others.toArray(Pattern[]::new);
        longest = Math.max(longest, pattern.bytes.length);
    }

    private void look(Place place, byte[] piece, int length) {
        for (int at = 0; at + 1 < length; at++) {
            var candidates = byFirstTwo[firstTwo(piece, at)];
            if (candidates != null) {
                for (var pattern : candidates) {
                    if (stands(pattern.bytes, piece, at, length)) {
                        hits.add(new Hit(place, pattern.canary, pattern.encoding));
                    }
                }
            }
        }
    }

    private static boolean stands(byte[] pattern, byte[] bytes, int at, int length) {
        if (at + pattern.length > length) {
            return false;
        }
        for (int i = 2; i < pattern.length; i++) {
            if (bytes[at + i] != pattern[i]) {
                return false;
            }
        }
        return true;
    }

    private static int firstTwo(byte[] bytes, int at) {
        return (bytes[at] & 0xff) << 8 | bytes[at + 1] & 0xff;
    }
}
