package io.zhixing.platform.infrastructure;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Ports on the loopback address: a broker that finds its port taken halts its whole JVM, so ports are looked at first. */
public final class Ports {

    private static final int CONNECT_MILLIS = 200;

    private Ports() {}

    public static boolean isFree(int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    /** @throws InfrastructureFailure naming the port when somebody else listens on it */
    public static void requireFree(int port) {
        if (!isFree(port)) {
            throw new InfrastructureFailure("Port " + port + " is taken");
        }
    }

    /** Different free ports: all are held until the last is found, so that none is given twice. */
    public static List<Integer> free(int count) {
        var held = new ArrayList<ServerSocket>();
        try {
            for (int i = 0; i < count; i++) {
                held.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
            }
            return held.stream().map(ServerSocket::getLocalPort).toList();
        } catch (IOException none) {
            throw new InfrastructureFailure("No free port on the loopback address", none);
        } finally {
            held.forEach(Ports::release);
        }
    }

    private static void release(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException held) {
            throw new InfrastructureFailure("Port " + socket.getLocalPort() + " is not released", held);
        }
    }

    public static boolean answers(int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MILLIS);
            return true;
        } catch (IOException silent) {
            return false;
        }
    }

    /** Waits until {@code done}; false when the limit passes or {@code given up} becomes true first. */
    static boolean await(Duration limit, BooleanSupplier done, BooleanSupplier givenUp) {
        long end = System.nanoTime() + limit.toNanos();
        while (!done.getAsBoolean()) {
            if (givenUp.getAsBoolean() || System.nanoTime() > end) {
                return false;
            }
            try {
                Thread.sleep(50);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }
}
