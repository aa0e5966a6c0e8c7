package io.zhixing.city.launch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The record of the processes of a launcher. A number alone would not do: it may be another process's by now, so the
 * time it was started is compared too.
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
        data.read(FILE).orElse(Map.of()).forEach((pid, startAndName) -> {
            var parts = startAndName.split(" ", 2);
            running(Long.parseLong(pid), Instant.parse(parts[0]))
                    .ifPresent(handle -> left.add(new Child(parts[1], handle, null)));
        });
        Children.stop(left.stream().filter(one -> !Infrastructure.isDatabase(one)).toList(), SECONDS_TO_END);
        Children.stop(left.stream().filter(Infrastructure::isDatabase).toList(), SECONDS_TO_END);
        data.remove(FILE);
        return left.size();
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
