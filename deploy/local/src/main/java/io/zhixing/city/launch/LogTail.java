package io.zhixing.city.launch;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** The end of a log, however long the log has become. It never fails: it is shown where something else has failed. */
final class LogTail {

    private static final int SHOWN_LINES = 30;
    private static final int MOST_BYTES = 64 * 1024;

    private LogTail() {}

    /** At most thirty lines, the last of them last. */
    static List<String> of(Path log) {
        try (var file = FileChannel.open(log)) {
            long before = Math.max(0, file.size() - MOST_BYTES);
            var end = Channels.newInputStream(file.position(before)).readNBytes(MOST_BYTES);
            var lines = new String(end, StandardCharsets.UTF_8).lines().toList();
            int cut = before > 0 && lines.size() > 1 ? 1 : 0;
            return lines.subList(Math.max(cut, lines.size() - SHOWN_LINES), lines.size());
        } catch (IOException failure) {
            return List.of("日志无法读取 / The log cannot be read: " + failure);
        }
    }
}
