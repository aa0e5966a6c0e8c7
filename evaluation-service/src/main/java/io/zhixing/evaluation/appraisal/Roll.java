package io.zhixing.evaluation.appraisal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/** The roll (应在册名册) of one organization on the day of reckoning, ordered by member, so that the same roll has the same hash. */
record Roll(List<RollEntry> entries) {

    Roll {
        entries = entries.stream().sorted(Comparator.comparing(entry -> entry.memberId().toString())).toList();
    }

    /** SHA-256 over one line a member: id, number, type, basis; in hexadecimal. */
    String hash() {
        var lines = entries.stream().map(entry -> entry.memberId() + " " + entry.memberNumber() + " "
                + entry.memberType() + " " + entry.basis() + "\n").collect(Collectors.joining());
        try {
            return HexFormat.of().formatHex(
                    MessageDigest.getInstance("SHA-256").digest(lines.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException(absent);
        }
    }

    int size() {
        return entries.size();
    }

    boolean isEmpty() {
        return entries.isEmpty();
    }

    int fullMembers() {
        return (int) entries.stream().filter(RollEntry::isFull).count();
    }
}
