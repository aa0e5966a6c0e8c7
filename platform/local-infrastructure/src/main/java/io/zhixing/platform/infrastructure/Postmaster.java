package io.zhixing.platform.infrastructure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The server process of a PostgreSQL data folder, by the file in which it says its number and when it started. */
final class Postmaster {

    private static final String FILE = "postmaster.pid";
    /** The server takes the time a moment after the system did, on a busy computer some seconds after. */
    private static final Duration TOLERANCE = Duration.ofSeconds(10);

    private Postmaster() {}

    /** Empty while there is none: the file of a server that was killed stays, and its number may be another's by now. */
    static Optional<ProcessHandle> of(Path data) {
        try {
            var lines = Files.readAllLines(data.resolve(FILE));
            if (lines.size() < 3) {
                return Optional.empty();
            }
            var startedAt = Instant.ofEpochSecond(Long.parseLong(lines.get(2).trim()));
            return ProcessHandle.of(Long.parseLong(lines.get(0).trim())).filter(ProcessHandle::isAlive)
                    .filter(process -> process.info().startInstant()
                            .filter(start -> Duration.between(start, startedAt).abs().compareTo(TOLERANCE) < 0)
                            .isPresent());
        } catch (IOException | NumberFormatException noServer) {
            return Optional.empty();
        }
    }
}
