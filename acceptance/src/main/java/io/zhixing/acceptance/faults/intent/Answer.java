package io.zhixing.acceptance.faults.intent;

/**
 * What came of one sending.
 *
 * @param status of the answer; {@link #LOST} when it was sent and no answer came, {@link #NOT_SENT} when nobody listened
 * @param code of the problem, empty where there is none
 * @param at nanoseconds of this JVM's clock when it was sent
 */
public record Answer(int status, String code, String body, String etag, boolean retryAfter, long at, long nanos) {

    public static final int LOST = -1;
    public static final int NOT_SENT = 0;
    private static final String IN_FLIGHT = "IDEMPOTENCY_IN_FLIGHT";

    public boolean isOk() {
        return status / 100 == 2;
    }

    /** A judgement about the call, which says that nothing was written. */
    public boolean isRefusal() {
        return status / 100 == 4 && !code.equals(IN_FLIGHT) && status != 429;
    }

    /** Nobody knows whether it was written: no answer, or one that only tells of trouble. */
    public boolean isUnknown() {
        return status == LOST || status >= 500 || code.equals(IN_FLIGHT);
    }

    /** Trouble told as the contract promises: come again later. */
    public boolean isBusy() {
        return status == 503 && retryAfter;
    }

    /** Trouble told otherwise than the contract promises. */
    public boolean isBroken() {
        return status >= 500 && !isBusy();
    }

    String inWords() {
        return status == LOST ? "no answer" : status == NOT_SENT ? "not sent" : (status + " " + code).trim();
    }
}
