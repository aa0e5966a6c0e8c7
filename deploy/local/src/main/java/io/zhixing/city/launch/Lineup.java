package io.zhixing.city.launch;

import java.util.List;
import java.util.stream.Stream;

/** Which services a city runs, and the options of their JVMs: the launcher's are small and quick to start. */
public record Lineup(List<Service> services, List<String> jvmOptions) {

    /**
     * With room for a service's classes from the start, else the whole heap is gone through each time that room grows. The heap
     * stays near what is alive: left alone it grows to its limit and keeps it.
     */
    private static final List<String> SMALL = List.of("-Xmx192m", "-Xmn40m", "-XX:MinHeapFreeRatio=15",
            "-XX:MaxHeapFreeRatio=30", "-XX:MetaspaceSize=160m", "-XX:+UseSerialGC");
    /** What starts soonest: the second compiler's better code pays after some minutes of work, and no small city lasts as long. */
    private static final String ONE_COMPILER = "-XX:TieredStopAtLevel=1";
    /**
     * What is called a thousand times is not worth the second compiler's while: a quarter of the services' time went into it. And
     * events travel in larger batches, each of which costs every consumer a transaction.
     */
    private static final List<String> LONG_LOAD = List.of("-XX:Tier4InvocationThreshold=20000",
            "-XX:Tier4MinInvocationThreshold=5000", "-XX:Tier4CompileThreshold=40000", "-Dzhixing.relay.gather=0.1S");

    /** The whole suite, as the one command runs it. */
    public static Lineup whole() {
        return of(Service.values());
    }

    /** The whole suite for a city that is loaded for many minutes. */
    public static Lineup large() {
        return new Lineup(List.of(Service.values()), Stream.concat(SMALL.stream(), LONG_LOAD.stream()).toList());
    }

    /** Some of the services, run as the one command runs them. */
    public static Lineup of(Service... services) {
        return new Lineup(List.of(services), Stream.concat(SMALL.stream(), Stream.of(ONE_COMPILER)).toList());
    }
}
