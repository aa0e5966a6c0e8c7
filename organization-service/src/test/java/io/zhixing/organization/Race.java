package io.zhixing.organization;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

import io.restassured.response.Response;

/** The same call from several threads that start together. */
final class Race {

    private Race() {}

    static List<Response> of(int callers, IntFunction<Response> call) {
        var start = new CyclicBarrier(callers);
        var threads = Executors.newFixedThreadPool(callers);
        try {
            return threads.invokeAll(IntStream.range(0, callers).<Callable<Response>>mapToObj(i -> () -> {
                start.await();
                return call.apply(i);
            }).toList()).stream().map(answer -> {
                try {
                    return answer.get();
                } catch (InterruptedException | ExecutionException failure) {
                    throw new AssertionError(failure);
                }
            }).toList();
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        } finally {
            threads.shutdown();
        }
    }

    static List<Response> won(List<Response> answers) {
        return answers.stream().filter(answer -> answer.statusCode() == 201).toList();
    }

    /** Codes of those that lost. */
    static List<String> lost(List<Response> answers) {
        return answers.stream().filter(answer -> answer.statusCode() != 201)
                .map(answer -> answer.<String>path("code")).distinct().toList();
    }
}
