package io.zhixing.acceptance.kill;

/**
 * One kill -9 and what came after.
 *
 * @param written rows of the stage when it struck, of {@code all}
 * @param upAgainSeconds from the kill until the victim was started and ready
 * @param worksOnSeconds from the kill until the stage had one more row
 */
public record Death(Victim victim, Stage stage, long written, long all, double upAgainSeconds,
        double worksOnSeconds) {}
