package io.zhixing.acceptance.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * What a JVM's heap holds, asked from outside: the objects that a forced collection leaves, counted in the same standstill.
 * The use of the heap asked afterwards would count what was thrown away in between.
 */
final class HeldHeap {

    private static final Pattern TOTAL = Pattern.compile("(?m)^Total +\\d+ +(\\d+)");
    private static final double BYTES_PER_MEGABYTE = 1 << 20;

    private HeldHeap() {}

    static double megabytes(long pid) throws IOException, InterruptedException {
        var asked = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                Long.toString(pid), "GC.class_histogram").redirectErrorStream(true).start();
        var answer = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        var total = TOTAL.matcher(answer);
        if (asked.waitFor() != 0 || !total.find()) {
            throw new IOException(answer);
        }
        return Long.parseLong(total.group(1)) / BYTES_PER_MEGABYTE;
    }
}
