package io.zhixing.acceptance.faults.intent;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** An intent with what came of it in the end. */
public final class Entry {

    /** OK: told so; FAIL: told that nothing was written; UNKNOWN: perhaps written; OPEN: still being tried. */
    public enum State {
        OPEN,
        OK,
        FAIL,
        UNKNOWN
    }

    private static final Pattern ID = Pattern.compile("\"id\":\"([0-9a-f-]{36})\"");

    private final Intent intent;
    private final List<String> remarks = new ArrayList<>();
    private State state = State.OPEN;
    private Answer answer;

    Entry(Intent intent) {
        this.intent = intent;
    }

    public Intent intent() {
        return intent;
    }

    public synchronized State state() {
        return state;
    }

    /** What should not have come, in words. */
    public synchronized List<String> remarks() {
        return List.copyOf(remarks);
    }

    /** Id of what was made or moved. */
    public synchronized String id() {
        var id = ID.matcher(answer.body());
        if (!id.find()) {
            throw new IllegalStateException("No id in the answer to " + intent);
        }
        return id.group(1);
    }

    /** The version that the answer tells. */
    public synchronized long version() {
        return Long.parseLong(answer.etag().replaceAll("\\D", ""));
    }

    synchronized void end(State last, Answer with) {
        state = last;
        answer = with;
    }

    synchronized void remark(String words) {
        remarks.add(words);
    }
}
