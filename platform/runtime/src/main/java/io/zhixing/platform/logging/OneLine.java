package io.zhixing.platform.logging;

import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.logging.Filter;
import java.util.logging.LogRecord;

import io.quarkus.logging.LoggingFilter;
import org.jboss.logmanager.ExtLogRecord;

/**
 * Keeps a text that came from outside from making lines of its own in the log: line breaks and other control characters of
 * messages, of failures and of their causes are written as escapes. The lines of a stack trace stay. It refuses nothing.
 */
@LoggingFilter(name = "one-line")
public final class OneLine implements Filter {

    @Override
    public boolean isLoggable(LogRecord logged) {
        if (logged instanceof ExtLogRecord record) {
            var message = record.getFormattedMessage();
            if (isBroken(message)) {
                record.setMessage(escaped(message), ExtLogRecord.FormatStyle.NO_FORMAT);
                record.setParameters(null);
            }
        } else if (isBroken(logged.getMessage())) {
            logged.setMessage(escaped(logged.getMessage()));
        }
        if (Told.isNeededFor(logged.getThrown())) {
            logged.setThrown(new Told(logged.getThrown()));
        }
        return true;
    }

    static boolean isBroken(String text) {
        return text != null && text.chars().anyMatch(OneLine::isBreak);
    }

    static String escaped(String text) {
        var escaped = new StringBuilder();
        text.chars().forEach(c -> {
            if (isBreak(c)) {
                escaped.append("\\u%04x".formatted(c));
            } else {
                escaped.append((char) c);
            }
        });
        return escaped.toString();
    }

    /** Also what some viewers take for the end of a line. */
    private static boolean isBreak(int c) {
        return c != '\t' && Character.isISOControl(c) || c == '\u2028' || c == '\u2029';
    }

    /** A failure as it is told in the log: its words and those of its causes on one line each, its stack as it was. */
    private static final class Told extends Throwable {

        private final String words;

        Told(Throwable failure) {
            this(failure, Collections.newSetFromMap(new IdentityHashMap<>()));
        }

        /** @param told failures may be each other's causes; each is told once */
        private Told(Throwable failure, Set<Throwable> told) {
            super("");
            told.add(failure);
            words = escaped(failure.toString());
            setStackTrace(failure.getStackTrace());
            if (failure.getCause() != null && !told.contains(failure.getCause())) {
                initCause(new Told(failure.getCause(), told));
            }
            for (var other : failure.getSuppressed()) {
                if (!told.contains(other)) {
                    addSuppressed(new Told(other, told));
                }
            }
        }

        static boolean isNeededFor(Throwable failure) {
            return failure != null && isNeededFor(failure, Collections.newSetFromMap(new IdentityHashMap<>()));
        }

        private static boolean isNeededFor(Throwable failure, Set<Throwable> seen) {
            return failure != null && seen.add(failure) && (isBroken(failure.toString())
                    || isNeededFor(failure.getCause(), seen)
                    || Arrays.stream(failure.getSuppressed()).anyMatch(other -> isNeededFor(other, seen)));
        }

        @Override
        public String toString() {
            return words;
        }
    }
}
