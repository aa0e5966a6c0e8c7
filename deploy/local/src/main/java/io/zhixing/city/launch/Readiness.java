package io.zhixing.city.launch;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

import io.zhixing.city.CityFailure;

/** Waits until a service says on its management port that it is ready. */
final class Readiness {

    private static final int PAUSE_MILLIS = 100;

    private final HttpClient http;
    private final Duration patience;

    Readiness(HttpClient http, Duration patience) {
        this.http = http;
        this.patience = patience;
    }

    /** @param child whose log is shown when it is late; when it dies, others say so */
    void await(String address, Child child) {
        var request = HttpRequest.newBuilder(URI.create(address + "/q/health/ready")).timeout(Duration.ofSeconds(3))
                .build();
        long deadline = System.nanoTime() + patience.toNanos();
        try {
            while (!isReady(request)) {
                if (System.nanoTime() > deadline || !child.isAlive()) {
                    throw child.failure("未在 " + patience.toSeconds() + " 秒内就绪",
                            "was not ready within " + patience.toSeconds() + " s");
                }
                Thread.sleep(PAUSE_MILLIS);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new CityFailure("启动已中断", "The start was interrupted");
        }
    }

    private boolean isReady(HttpRequest request) throws InterruptedException {
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }
}
