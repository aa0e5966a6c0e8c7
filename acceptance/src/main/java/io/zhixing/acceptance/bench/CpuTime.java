package io.zhixing.acceptance.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** Processor time used so far by a service's JVM and by PostgreSQL, in microseconds; the system counts in steps of 10 ms. */
record CpuTime(long service, long postgres) {

    private static final long MICROS_PER_TICK = 10_000;
    private static final int PARENT = 1;
    private static final int USER = 11;
    private static final int SYSTEM = 12;
    private static final int REAPED_USER = 13;
    private static final int REAPED_SYSTEM = 14;

    /** PostgreSQL is the postmaster, the backends it has reaped, and those that live. */
    static CpuTime of(long servicePid, long postmasterPid) {
        var service = stat(servicePid).orElseThrow();
        var postmaster = stat(postmasterPid).orElseThrow();
        return new CpuTime(own(service), own(postmaster) + postmaster[REAPED_USER] * MICROS_PER_TICK
                + postmaster[REAPED_SYSTEM] * MICROS_PER_TICK + living(postmasterPid));
    }

    CpuTime since(CpuTime earlier) {
        return new CpuTime(service - earlier.service, postgres - earlier.postgres);
    }

    private static long living(long postmaster) {
        return ProcessHandle.allProcesses().map(one -> stat(one.pid()))
                .flatMap(Optional::stream).filter(stat -> stat[PARENT] == postmaster).mapToLong(CpuTime::own).sum();
    }

    private static long own(long[] stat) {
        return (stat[USER] + stat[SYSTEM]) * MICROS_PER_TICK;
    }

    /** The numbers behind the name, which may hold spaces; empty when the process has ended. */
    private static Optional<long[]> stat(long pid) {
        try {
            var text = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            var fields = text.substring(text.lastIndexOf(')') + 2).split(" ");
            var numbers = new long[REAPED_SYSTEM + 1];
            for (int i = PARENT; i < numbers.length; i++) {
                numbers[i] = Long.parseLong(fields[i]);
            }
            return Optional.of(numbers);
        } catch (NoSuchFileException ended) {
            return Optional.empty();
        } catch (IOException failure) {
            if (!ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false)) {
                return Optional.empty();
            }
            throw new UncheckedIOException(failure);
        }
    }
}
