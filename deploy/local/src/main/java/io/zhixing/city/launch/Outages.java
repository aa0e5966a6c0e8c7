package io.zhixing.city.launch;

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
