package io.zhixing.city.launch;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;

import io.zhixing.city.CityFailure;

/** Thirteen ports side by side, the front door first; every one is tried before anything starts. */
public record Ports(int base) {

    private static final String LOOPBACK = "127.0.0.1";

    public int front() {
        return base;
    }

    public int service(Service service) {
        return base + 1 + service.ordinal();
    }

    public int identity() {
        return base + 5;
    }

    public int postgres() {
        return base + 6;
    }

    public int kafka() {
        return base + 7;
    }

    public int kafkaController() {
        return base + 8;
    }

    public int management(Service service) {
        return base + 9 + service.ordinal();
    }

    /** Where people and programs enter. */
    public String frontAddress() {
        return address(front());
    }

    public String managementAddress(Service service) {
        return address(management(service));
    }

    private static String address(int port) {
        return "http://" + LOOPBACK + ":" + port;
    }

    /** Fails with all ports that another process holds: on a taken port the broker would halt its whole JVM. */
    public void requireFree() {
        var taken = new ArrayList<String>();
        all().forEach((purpose, port) -> {
            if (!isFree(port)) {
                taken.add(port + " (" + purpose + ")");
            }
        });
        if (!taken.isEmpty()) {
            var list = String.join(", ", taken);
            throw new CityFailure("端口已被占用：" + list + "。请用 --port-base 另选一组，例如 --port-base " + (base + 1_000),
                    "Ports are taken: " + list + ". Choose others with --port-base, such as --port-base "
                            + (base + 1_000));
        }
    }

    Map<String, Integer> all() {
        var ports = new LinkedHashMap<String, Integer>();
        ports.put("front", front());
        for (var service : Service.values()) {
            ports.put(service.module(), service(service));
            ports.put(service.module() + " management", management(service));
        }
        ports.put("identity", identity());
        ports.put("PostgreSQL", postgres());
        ports.put("Kafka", kafka());
        ports.put("Kafka controller", kafkaController());
        return ports;
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);   // a port that only waits out its old connections is free
            socket.bind(new InetSocketAddress(InetAddress.getByName(LOOPBACK), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
