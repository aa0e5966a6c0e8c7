package io.zhixing.city.launch;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Parts of a running city that end as a crash would end them, kill -9, and start again where they stood: the same
 * folder, port and settings. The others, and the front door before them, stay; nobody reports such a death.
 */
public final class Outages {

    private final ServiceProcesses services;
    private final Infrastructure infrastructure;

    Outages(ServiceProcesses services, Infrastructure infrastructure) {
        this.services = services;
        this.infrastructure = infrastructure;
    }

    public void kill(Service service) {
        services.kill(service);
    }

    /** Returns when the service says that it is ready. */
    public void restart(Service service) {
        services.start(service);
        services.await(service);
    }

    /** The same with further options for its JVM, for this start alone. */
    public void restart(Service service, List<String> furtherOptions) {
        services.start(service, furtherOptions);
        services.await(service);
    }

    /** Asks a service to end, as an operator would; the answer completes when it is gone, however long that takes. */
    public CompletableFuture<ProcessHandle> askToEnd(Service service) {
        long pid = services.pid(service);
        var gone = services.expectEnd(service);
        ProcessHandle.of(pid).ifPresent(ProcessHandle::destroy);
        return gone;
    }

    /** From now on this service may end by itself, which is no news; the answer completes when it is gone. */
    public CompletableFuture<ProcessHandle> expectEnd(Service service) {
        return services.expectEnd(service);
    }

    /** Stops the broker's process without ending it: it keeps its connections and answers nobody. */
    public void freezeKafka() {
        infrastructure.freezeKafka();
    }

    public void killKafka() {
        infrastructure.killKafka();
    }

    /** Returns when the broker answers. */
    public void restartKafka() {
        infrastructure.startKafka();
    }

    /** The postmaster and every backend at once: no checkpoint, no rollback, no farewell to a client. */
    public void killPostgres() {
        infrastructure.killPostgres();
    }

    /** Returns when the server has recovered from its log and takes connections. */
    public void restartPostgres() {
        infrastructure.startPostgres();
    }
}
