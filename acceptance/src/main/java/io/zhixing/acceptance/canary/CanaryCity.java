package io.zhixing.acceptance.canary;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

import io.zhixing.acceptance.Superuser;
import io.zhixing.city.CityFailure;
import io.zhixing.city.launch.City;
import io.zhixing.city.launch.DataFolder;
import io.zhixing.city.launch.Lineup;
import io.zhixing.city.launch.Persona;
import io.zhixing.city.launch.Ports;
import io.zhixing.city.launch.Service;
import io.zhixing.city.sample.SampleCity;

/** The whole suite, empty, in a folder and on ports of its own. */
public final class CanaryCity implements AutoCloseable {

    private final Path folder;
    private final DataFolder data;
    private final Ports ports;
    private final City city;
    private final Superuser superuser;
    private final SampleCity sample;
    private final Thread endWithUs;
    private final Instant begin = Instant.now();
    private final AtomicReference<CityFailure> death = new AtomicReference<>();

    /**
     * @param folder emptied first
     * @param root of the project
     */
    public CanaryCity(Path folder, Path root, int portBase, SampleCity sample) {
        this.folder = folder;
        this.sample = sample;
        ports = new Ports(portBase);
        data = DataFolder.open(folder);
        superuser = new Superuser(data, ports);
        city = new City(data, ports, root, Lineup.whole(), death::set);
        endWithUs = new Thread(city::kill, "end-of-canary-city");
        city.endLeftovers();
        data.empty();
        data.requireOwnVersions();
        city.requireStartable();
        Runtime.getRuntime().addShutdownHook(endWithUs);
        var personas = Persona.of(sample);
        city.startInfrastructure(personas, Map.of());
        city.startServices(personas);
    }

    /** Persons whose ID numbers are right and unmistakable. */
    SampleCity sample() {
        return sample;
    }

    City city() {
        return city;
    }

    Path folder() {
        return folder;
    }

    /** What the services wrote where they work, beside what the build left there. */
    List<Path> leftWhereServicesWork() throws IOException {
        var left = new ArrayList<Path>();
        for (var service : Service.values()) {
            try (var files = Files.find(city.workingFolder(service), Integer.MAX_VALUE,
                    (file, about) -> about.isRegularFile() && !about.lastModifiedTime().toInstant().isBefore(begin))) {
                files.forEach(left::add);
            }
        }
        return left;
    }

    int port(Service service) {
        return ports.service(service);
    }

    List<String> managementPages(Service service) {
        return List.of(ports.managementAddress(service) + "/q/metrics", ports.managementAddress(service) + "/q/health");
    }

    String kafka() {
        return "127.0.0.1:" + ports.kafka();
    }

    Superuser superuser() {
        return superuser;
    }

    /** Fails when a part of the city has died meanwhile: then nothing was shown. */
    void requireAlive() {
        if (death.get() != null) {
            throw death.get();
        }
    }

    @Override
    public void close() {
        superuser.close();
        city.stop();
        data.close();
        Runtime.getRuntime().removeShutdownHook(endWithUs);
    }
}
