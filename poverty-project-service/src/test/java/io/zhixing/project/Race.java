package io.zhixing.project;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

import io.restassured.response.Response;

/** Calls from a thread each that start together. */
final class Race {

    private static final int BUSY = 503;

    private Race() {}

    static List<Response> of(List<Supplier<Response>> calls) {
        return answers(started(calls));
    }

    /** All callers start together; one that is told to try again does, as a client would. */
    static List<Future<Response>> started(List<Supplier<Response>> calls) {
        var threads = Executors.newFixedThreadPool(calls.size());
        var start = new CountDownLatch(calls.size());
        try {
            return calls.stream().map(call -> threads.submit(() -> {
                start.countDown();
                start.await();
                var answer = call.get();
                while (answer.statusCode() == BUSY) {
                    answer = call.get();
                }
                return answer;
            })).toList();
        } finally {
            threads.shutdown();
        }
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
