package io.zhixing.city;

import java.io.PrintStream;

/**
 * What the caller sees: on a terminal a bar that moves on its line, elsewhere one line a stage, so that a log stays
 * readable.
 */
public final class Terminal {

    private static final int BAR_WIDTH = 30;
    private static final long REDRAW_NANOS = 100_000_000;

    private final PrintStream out;
    private final boolean moving;

    public Terminal(PrintStream out, boolean moving) {
        this.out = out;
        this.moving = moving;
    }

    public void say(String line) {
        out.println(line);
        out.flush();
    }

    /** Starts the bar of a stage with so many steps. */
    public Bar bar(String zh, String en, int steps) {
        return new Bar(zh + " " + en, steps);
    }

    /** Steps may come from several threads. */
    public final class Bar {

        private final String label;
        private final int steps;
        private final long startedAt = System.nanoTime();
        private int done;
        private long drawnAt;

        private Bar(String label, int steps) {
            this.label = label;
            this.steps = steps;
        }

        public synchronized void step() {
            done++;
            if (moving && System.nanoTime() - drawnAt > REDRAW_NANOS) {
                drawnAt = System.nanoTime();
                out.print("\r" + text());
                out.flush();
            }
        }

        public synchronized void end() {
            out.println((moving ? "\r" : "") + text());
            out.flush();
        }

        private String text() {
            int filled = steps == 0 ? BAR_WIDTH : Math.toIntExact((long) done * BAR_WIDTH / steps);
            double seconds = (System.nanoTime() - startedAt) / 1e9;
            return "  [%s%s] %,d/%,d  %.1f s  %s".formatted("#".repeat(filled), ".".repeat(BAR_WIDTH - filled), done,
                    steps, seconds, label);
        }
    }
}
