package io.zhixing.acceptance;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What was built. */
public final class Commit {

    private Commit() {}

    /** With a mark when something is not committed. */
    public static String of(Path root) throws IOException, InterruptedException {
        var changed = git(root, "status", "--porcelain", "--untracked-files=no").isEmpty() ? "" : ", with changes";
        return git(root, "rev-parse", "--short=12", "HEAD") + changed;
    }

    private static String git(Path root, String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("git", "-C", root.toString()));
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command).start();
        var answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).trim();
        if (process.waitFor() != 0) {
            return "unknown";
        }
        return answer;
    }
}
