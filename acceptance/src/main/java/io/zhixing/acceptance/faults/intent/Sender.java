package io.zhixing.acceptance.faults.intent;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.regex.Pattern;

import io.zhixing.acceptance.faults.FaultCity;

/** Sends an intent once, and tells what came back without judging it. */
final class Sender {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Pattern CODE = Pattern.compile("\"code\":\"([A-Z_0-9]+)\"");

    private final FaultCity city;

    Sender(FaultCity city) {
        this.city = city;
    }

    Answer send(Intent intent) {
        long start = System.nanoTime();
        try {
            var request = city.request(intent.kind().service(), intent.path(), intent.kind().caller()).timeout(PATIENCE)
                    .header("Content-Type", "application/json").header("Idempotency-Key", intent.key())
                    .POST(HttpRequest.BodyPublishers.ofString(intent.body()));
            if (intent.ifMatch() != null) {
                request.header("If-Match", intent.ifMatch());
            }
            var answer = city.http().send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(answer.statusCode(), code(answer.statusCode(), answer.body()), answer.body(),
                    answer.headers().firstValue("ETag").orElse(""),
                    answer.headers().firstValue("Retry-After").isPresent(), start, System.nanoTime() - start);
        } catch (ConnectException | HttpConnectTimeoutException nobody) {
            return nothing(Answer.NOT_SENT, start);
        } catch (IOException lost) {
            return nothing(Answer.LOST, start);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return nothing(Answer.LOST, start);
        }
    }

    private static Answer nothing(int status, long start) {
        return new Answer(status, "", "", "", false, start, System.nanoTime() - start);
    }

    private static String code(int status, String body) {
        var code = CODE.matcher(body);
        return status >= 400 && code.find() ? code.group(1) : "";
    }
}
