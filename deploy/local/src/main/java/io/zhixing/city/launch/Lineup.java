package io.zhixing.city.launch;

import java.util.List;

/** Which services a city runs, and the options of their JVMs: the launcher's are small and quick to start. */
public record Lineup(List<Service> services, List<String> jvmOptions) {

    /**
     * With room for a service's classes from the start, else the whole heap is gone through each time that room grows. The heap
     * stays near what is alive: left alone it grows to its limit and keeps it.
     */
    private static final List<String> SMALL = List.of("-Xmx192m", "-Xmn40m", "-XX:MinHeapFreeRatio=15",
            "-XX:MaxHeapFreeRatio=30", "-XX:MetaspaceSize=160m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

    /** The whole suite, as the one command runs it. */
    public static Lineup whole() {
        return of(Service.values());
    }

    /** Some of the services, run as the one command runs them. */
    public static Lineup of(Service... services) {
        return new Lineup(List.of(services), SMALL);
    }
}
