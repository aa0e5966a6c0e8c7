package io.zhixing.session.study;

import java.util.List;

import jakarta.persistence.Embeddable;

/**
 * How many of a session's attendees are in which state. Due are the host's members among them; guests and attendees
 * whom the directory does not know yet are in neither part of the rate (出勤率).
 */
@Embeddable
public record AttendanceCount(int present, int absent, int onLeave, int exempt, int guest, int pendingDirectory) {

    public static AttendanceCount of(List<AttendanceState> states) {
        return new AttendanceCount(count(states, AttendanceState.PRESENT), count(states, AttendanceState.ABSENT),
                count(states, AttendanceState.ON_LEAVE), count(states, AttendanceState.EXEMPT),
                count(states, AttendanceState.GUEST), count(states, AttendanceState.PENDING_DIRECTORY));
    }

    public int due() {
        return present + absent + onLeave + exempt;
    }

    public int numerator() {
        return present;
    }

    public int denominator() {
        return due() - exempt;
    }

    private static int count(List<AttendanceState> states, AttendanceState wanted) {
        return (int) states.stream().filter(wanted::equals).count();
    }
}
