package io.zhixing.organization;

import java.time.Clock;

import io.zhixing.platform.time.Shanghai;

/** Days as the service reckons them, each at the moment of the question: a test may begin before midnight and go on after it. */
final class Days {

    private Days() {}

    static String today() {
        return Shanghai.today(Clock.systemUTC()).toString();
    }

    static String tomorrow() {
        return Shanghai.today(Clock.systemUTC()).plusDays(1).toString();
    }

    /** The day before anything that is entered from now on. */
    static String yesterday() {
        return Shanghai.today(Clock.systemUTC()).minusDays(1).toString();
    }
}
