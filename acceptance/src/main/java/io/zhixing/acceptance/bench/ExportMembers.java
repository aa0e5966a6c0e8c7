package io.zhixing.acceptance.bench;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import io.zhixing.city.launch.Service;

/**
 * The whole register as one CSV file, and what the service's JVM must hold meanwhile. What is held is what a forced
 * collection leaves: the heap in use says only how long ago the last one was.
 */
final class ExportMembers {

    private static final long BETWEEN_LOOKS_MILLIS = 200;

    private final BenchCity city;

    /** @param grownMegabytes the most that was held at one of the looks, beyond what was held before */
    record Result(long rows, double seconds, double heldMegabytes, double grownMegabytes, int looks) {

        Finding finding() {
            return new Finding("exportOfMembers",
                    """
                    Exporting all members (导出全部党员) as CSV: %,d rows in %.1f s; the service's heap held %.1f MB before and at most %.1f MB
                    more meanwhile, by %d looks after a forced collection."""
                            .formatted(rows, seconds, heldMegabytes, grownMegabytes, looks),
                    Map.of("rows", rows, "seconds", seconds, "heldMegabytes", heldMegabytes, "grownMegabytes",
                            grownMegabytes));
        }
    }

    private ExportMembers(BenchCity city) {
        this.city = city;
    }

    static Result run(BenchCity city) throws Exception {
        System.out.println("== 导出全部党员 / export of all members");
        var measure = new ExportMembers(city);
        measure.rows();   // what the first export loads, the next ones find loaded
        var result = measure.watched();
        System.out.printf("  %d rows in %.1f s; %.1f MB were held before, at most %.1f MB more in %d looks%n",
                result.rows(), result.seconds(), result.heldMegabytes(), result.grownMegabytes(), result.looks());
        return result;
    }

    private Result watched() throws Exception {
        double before = city.heldMegabytes(Service.ORGANIZATION);
        double most = before;
        int looks = 0;
        var thread = Executors.newSingleThreadExecutor();
        try {
            long start = System.nanoTime();
            var export = thread.submit((Callable<Long>) this::rows);
            while (!export.isDone()) {
                double held = city.heldMegabytes(Service.ORGANIZATION);
                if (!export.isDone()) {
                    most = Math.max(most, held);
                    looks++;
                }
                TimeUnit.MILLISECONDS.sleep(BETWEEN_LOOKS_MILLIS);
            }
            long rows = export.get();
            return new Result(rows, (System.nanoTime() - start) / 1e9, before, most - before, looks);
        } finally {
            thread.shutdownNow();
        }
    }

    private long rows() throws IOException, InterruptedException {
        var request = city.request(Service.ORGANIZATION, "/organization/v1/members").header("Accept", "text/csv").GET();
        var answer = city.http().send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        try (var body = answer.body()) {
            if (answer.statusCode() != 200) {
                throw new IOException(answer.statusCode() + " " + new String(body.readAllBytes()));
            }
            return lines(body) - 1;
        }
    }

    private static long lines(InputStream body) throws IOException {
        var part = new byte[1 << 16];
        long lines = 0;
        for (int read = body.read(part); read >= 0; read = body.read(part)) {
            for (int i = 0; i < read; i++) {
                lines += part[i] == '\n' ? 1 : 0;
            }
        }
        return lines;
    }
}
