package io.zhixing.acceptance.faults.oracle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.regex.Pattern;

import io.zhixing.acceptance.faults.FaultCity;
import io.zhixing.city.launch.Service;

/**
 * What a service needs to live.
 *
 * @param pid of the JVM: another one has its own measure
 * @param threads live ones
 * @param connections to the database, bounded by the pools and kept while idle
 * @param transactions that are open: at rest none but a relay's or a consumer's short look
 * @param heap bytes that a full collection leaves
 */
public record Vitals(long pid, long threads, long connections, long transactions, long heap) {

    private static final Pattern THREADS = Pattern.compile("(?m)^jvm_threads_live_threads(?:\\{[^}]*})? (\\S+)");
    private static final Pattern HEAP = Pattern.compile("(?m)^jvm_memory_used_bytes\\{[^}]*area=\"heap\"[^}]*} (\\S+)");

    static Vitals of(FaultCity city, Service service) {
        long pid = city.pid(service);
        collect(pid);
        var metrics = city.metrics(service);
        return new Vitals(pid, sum(THREADS, metrics), connections(city, service, ""),
                connections(city, service, " and state <> 'idle'"), sum(HEAP, metrics));
    }

    private static long connections(FaultCity city, Service service, String further) {
        return city.number(service, "select count(*) from pg_stat_activity where application_name like '"
                + service.prefix() + "%' and datname = current_database()" + further);
    }

    private static void collect(long pid) {
        try {
            int code = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                    Long.toString(pid), "GC.run").redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor();
            if (code != 0) {
                throw new IllegalStateException("jcmd " + pid + " GC.run ended with " + code);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static long sum(Pattern pattern, String metrics) {
        var found = pattern.matcher(metrics);
        double sum = 0;
        int lines = 0;
        for (; found.find(); lines++) {
            sum += Double.parseDouble(found.group(1));
        }
        if (lines == 0) {
            throw new IllegalStateException("The metrics have no " + pattern);
        }
        return Math.round(sum);
    }
}
