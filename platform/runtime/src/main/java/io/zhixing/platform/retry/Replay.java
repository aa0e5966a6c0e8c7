package io.zhixing.platform.retry;

/** Ends a repeated call with the answer of the first one. */
class Replay extends RuntimeException {

    private final transient CallAnswer answer;

    Replay(CallAnswer answer) {
        super("replay", null, false, false);
        this.answer = answer;
    }

    CallAnswer answer() {
        return answer;
    }
}
