package io.zhixing.city.launch;

import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The service JVMs of a city, each with its settings and its log. They work in the folder of their jar, since Java takes
 * the archive of classes that the build left there only for the class path it was made with, letter by letter.
 */
final class ServiceProcesses {

    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final String CLASS_ARCHIVE = "app-cds.jsa";

    private final DataFolder data;
    private final Ports ports;
    private final Path root;
    private final Lineup lineup;
    private final Children children;
    private final Readiness readiness = new Readiness(HttpClient.newHttpClient(), PATIENCE);
    private final Map<Service, Child> running = new ConcurrentHashMap<>();

    ServiceProcesses(DataFolder data, Ports ports, Path root, Lineup lineup, Children children) {
        this.data = data;
        this.ports = ports;
        this.root = root;
        this.lineup = lineup;
        this.children = children;
    }

    /** The jar that a build of the service leaves. */
    Path runner(Service service) {
        return root.resolve(service.module()).resolve("target/quarkus-app/quarkus-run.jar");
    }

    Path workingFolder(Service service) {
        return runner(service).getParent();
    }

    void start(Service service, ServiceSettings settings) {
        settings.writeTo(settingsOf(service), service);
        start(service);
    }

    /** Named after the service, so that a list of processes tells which is which: all of them run a jar of one name. */
    private Path settingsOf(Service service) {
        return data.path("services", service.module(), "application.properties");
    }

    /** Ends a service as a crash would, kill -9; that it ends is no news to the city. */
    void kill(Service service) {
        var child = running.remove(service);
        children.release(child);
        child.crash();
    }

    /** Takes note that a service ends without the city's doing; the answer completes when its process is gone. */
    CompletableFuture<ProcessHandle> expectEnd(Service service) {
        var child = running.remove(service);
        children.release(child);
        return child.handle().onExit();
    }

    /** Starts a service again in the folder and with the settings it had. */
    void start(Service service) {
        start(service, List.of());
    }

    /** The same with further options for its JVM. */
    void start(Service service, List<String> furtherOptions) {
        var command = new ArrayList<String>();
        command.add(Apart.java());
        command.addAll(lineup.jvmOptions());
        command.addAll(furtherOptions);
        command.addAll(List.of("-XX:SharedArchiveFile=" + CLASS_ARCHIVE, "-Dfile.encoding=UTF-8",
                "-Dquarkus.config.locations=" + settingsOf(service).toUri(), "-jar",
                runner(service).getFileName().toString()));
        running.put(service, children.adopt(Apart.start(service.module(), command, workingFolder(service),
                data.path("logs", service.module() + ".log"))));
    }

    /** Returns when the service says that it is ready. */
    void await(Service service) {
        readiness.await(ports.managementAddress(service), running.get(service));
    }

    long pid(Service service) {
        return running.get(service).handle().pid();
    }

    List<Child> running() {
        return List.copyOf(running.values());
    }
}
