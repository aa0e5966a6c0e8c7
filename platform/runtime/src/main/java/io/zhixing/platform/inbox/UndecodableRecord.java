package io.zhixing.platform.inbox;

/** A record that is no event; it goes to the dead letters. */
final class UndecodableRecord extends Exception {

    /** Operators find these names in the header {@code dl_reason} of a dead letter and in the metrics. */
    enum Reason {
        HEADER_INVALID,
        HEADER_MISSING,
        PAYLOAD_UNREADABLE,
        VALUE_MISSING,
        VALUE_TOO_LARGE
    }

    private final Reason reason;
    private final String detail;

    /** @param detail name of a header or field, or a size; never a value of the record */
    UndecodableRecord(Reason reason, String detail) {
        super(reason + " " + detail);
        this.reason = reason;
        this.detail = detail;
    }

    Reason reason() {
        return reason;
    }

    String detail() {
        return detail;
    }
}
