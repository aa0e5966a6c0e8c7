package io.zhixing.platform.infrastructure;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/**
 * One start of a server. Tells of the server's process as soon as there is one, so that whoever is ended meanwhile can
 * still end it, and of its death at once: the library asks a dead server for as long as a slow one.
 */
final class PostgresStart {

    private static final int LOOK_MILLIS = 20;

    private final Path data;
    private final Consumer<ProcessHandle> started;
    private final CompletableFuture<EmbeddedPostgres> outcome = new CompletableFuture<>();
    private boolean told;

    PostgresStart(Path data, Consumer<ProcessHandle> started) {
        this.data = data;
        this.started = started;
    }

    /** Returns when the server answers, and not before its process was told of. */
    EmbeddedPostgres run(EmbeddedPostgres.Builder builder) throws IOException {
        builder.setDataDirectoryCustomizer(initialised -> thread("postgres-watch", this::watch));
        thread("postgres-start", () -> start(builder));
        try {
            var server = outcome.join();
            Postmaster.of(data).ifPresent(this::tell);
            return server;
        } catch (CompletionException failure) {
            if (failure.getCause() instanceof IOException refused) {
                throw refused;
            }
            throw failure.getCause() instanceof RuntimeException known ? known : failure;
        }
    }

    private void start(EmbeddedPostgres.Builder builder) {
        try {
            outcome.complete(builder.start());
        } catch (IOException | RuntimeException failure) {
            outcome.completeExceptionally(failure);
        }
    }

    /** The command that starts the server goes only when the server is ready or has failed. */
    private void watch() {
        var command = new CommandOn(data);
        try {
            boolean seen = false;
            while (!outcome.isDone()) {
                boolean isBeingStarted = command.isAtWork();
                var server = Postmaster.of(data);
                server.ifPresent(this::tell);
                if (seen && !isBeingStarted && server.isEmpty()) {
                    outcome.completeExceptionally(new IOException("The server ended while it started"));
                }
                seen |= isBeingStarted || server.isPresent();
                Thread.sleep(LOOK_MILLIS);
            }
        } catch (RuntimeException refused) {
            outcome.completeExceptionally(refused);
        } catch (InterruptedException nobodyDoes) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void tell(ProcessHandle server) {
        if (!told) {
            told = true;
            started.accept(server);
        }
    }

    private static void thread(String name, Runnable work) {
        var thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }
}
