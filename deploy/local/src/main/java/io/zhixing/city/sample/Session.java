package io.zhixing.city.sample;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

/**
 * A study session (学习活动) as it will be recorded; {@code index} is its place in {@link SampleCity#sessions()}. Who
 * attended is worked out by {@link Attendance}, so that a whole city fits into a small launcher.
 */
public record Session(int index, Organization host, String type, List<String> contents, LocalDate heldOn,
        LocalTime startedAt, int minutes, List<Lecture> lectures) {

    private static final String COLLECTIVE_STUDY = "COLLECTIVE_STUDY";

    /** Exactly one of {@code lecturer} and {@code externalLecturer} is there; {@code office} is stated by the host. */
    public record Lecture(Member lecturer, String externalLecturer, String office, int minutes) {}

    public boolean isCollectiveStudy() {
        return type.equals(COLLECTIVE_STUDY) || contents.contains(COLLECTIVE_STUDY);
    }
}
