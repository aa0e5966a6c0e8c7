package io.zhixing.city.launch;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.zhixing.city.CityFailure;

/**
 * The record of the processes of a launcher. A number alone would not do: it may be another process's by now, so the
 * time it was started is compared too. PostgreSQL keeps such a record itself, in its own folder, from its first moment
 * on; it is looked at as well.
 */
final class Leftovers {

    private static final String FILE = "processes.json";
    /** The system derives start times from its clock, which may have been set a little since. */
    private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(2);
    private static final long SECONDS_TO_END = 6;

    private final DataFolder data;

    Leftovers(DataFolder data) {
        this.data = data;
    }

    /** Ends what a launcher that was killed has left running; gives the number of processes. */
    int end() {
        var left = new ArrayList<Child>();
        record().forEach((pid, startAndName) -> recorded(pid, startAndName).ifPresent(left::add));
        Infrastructure.database(data).filter(database -> left.stream().noneMatch(database::isSame))
                .ifPresent(left::add);
        Children.stop(left.stream().filter(one -> !Infrastructure.isDatabase(one)).toList(), SECONDS_TO_END);
        Children.stop(left.stream().filter(Infrastructure::isDatabase).toList(), SECONDS_TO_END);
        data.remove(FILE);
        return left.size();
    }

    /** One that cannot be read names no process: what it had named then shows by its ports. */
    private Map<String, String> record() {
        try {
            return data.read(FILE).orElse(Map.of());
        } catch (CityFailure unreadable) {
            return Map.of();
        }
    }

    private static Optional<Child> recorded(String pid, String startAndName) {
        var parts = startAndName.split(" ", 2);
        try {
            return running(Long.parseLong(pid), Instant.parse(parts[0]))
                    .map(handle -> new Child(parts[parts.length - 1], handle, null));
        } catch (NumberFormatException | DateTimeParseException unreadable) {
            return Optional.empty();
        }
    }

    void write(List<Child> children) {
        var record = new LinkedHashMap<String, String>();
        for (var child : children) {
            child.handle().info().startInstant().ifPresent(
                    start -> record.put(Long.toString(child.handle().pid()), start + " " + child.name()));
        }
        data.write(FILE, record);
    }

    void clear() {
        data.remove(FILE);
    }

    static Optional<ProcessHandle> running(long pid, Instant startedAt) {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive)
                .filter(handle -> handle.info().startInstant()
                        .filter(start -> Duration.between(start, startedAt).abs().compareTo(CLOCK_TOLERANCE) < 0)
                        .isPresent());
    }
}
