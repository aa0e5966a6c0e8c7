package io.zhixing.project;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.Supplier;

import io.restassured.response.Response;

/** Calls from a thread each that start together. */
final class Race {

    private static final int BUSY = 503;

    private Race() {}

    static List<Response> of(List<Supplier<Response>> calls) {
        return answers(started(calls));
    }

    /** The same call by this many at once. */
    static List<Response> of(int callers, Supplier<Response> call) {
        return of(Collections.nCopies(callers, call));
    }

    /** How many were answered how: {@code 200}, {@code 409 DUPLICATE}. */
    static Map<String, Long> outcomes(List<Response> answers) {
        return countedBy(answers, Race::outcome);
    }

    static <T> Map<String, Long> countedBy(List<T> all, Function<T, String> what) {
        return all.stream().collect(groupingBy(what, TreeMap::new, counting()));
    }

    static String outcome(Response answer) {
        return isDone(answer) ? String.valueOf(answer.statusCode()) : answer.statusCode() + " " + answer.path("code");
    }

    static boolean isDone(Response answer) {
        return answer.statusCode() < 300;
    }

    /** All callers start together; one that is told to try again does, as a client would. */
    static List<Future<Response>> started(List<Supplier<Response>> calls) {
        var threads = Executors.newFixedThreadPool(calls.size());
        var start = new CountDownLatch(calls.size());
        try {
            return calls.stream().map(call -> threads.submit(() -> {
                start.countDown();
                start.await();
                return patiently(call);
            })).toList();
        } finally {
            threads.shutdown();
        }
    }

    /** Again while he is told to try again, as a client would. */
    static Response patiently(Supplier<Response> call) {
        var answer = call.get();
        while (answer.statusCode() == BUSY) {
            answer = call.get();
        }
        return answer;
    }

    static List<Response> answers(List<Future<Response>> calls) {
        return calls.stream().map(call -> {
            try {
                return call.get();
            } catch (InterruptedException | ExecutionException failure) {
                throw new AssertionError(failure);
            }
        }).toList();
    }
}
