package io.zhixing.acceptance.bench;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

import io.zhixing.city.launch.Service;

/**
 * Synthetic counties go below another one with everything in them, one after the other, while somebody reads pages of their
 * members. The first finds a service that has never moved one.
 */
final class MoveCounty {

    private static final long BETWEEN_PAGES = TimeUnit.MILLISECONDS.toNanos(50);

    private final BenchCity city;

    private static final int MOVES = 5;

    /** @param slowestReadMillis of the pages that were read from before the move until after it */
    record Result(long organizations, long members, double seconds, double slowestReadMillis, long reads) {}

    private record County(String id, String code) {}

    private MoveCounty(BenchCity city) {
        this.city = city;
    }

    static List<Result> run(BenchCity city) throws Exception {
        System.out.println("== 县级组织整体调整隶属 / moving a county");
        var measure = new MoveCounty(city);
        var counties = measure.counties();
        var results = new ArrayList<Result>();
        for (int i = 1; i <= MOVES; i++) {
            var result = measure.move(counties.get(i), counties.get(0), "99" + i);
            System.out.printf("  %d organizations, %d members: %.2f s; slowest of %d pages read meanwhile %.0f ms%n",
                    result.organizations(), result.members(), result.seconds(), result.reads(),
                    result.slowestReadMillis());
            results.add(result);
        }
        return results;
    }

    private Result move(County moving, County under, String code) throws Exception {
        var etag = send(city.request(Service.ORGANIZATION, "/organization/v1/organizations/" + moving.id()).GET())
                .headers().firstValue("ETag").orElseThrow();
        var stop = new AtomicBoolean();
        var slowest = new AtomicLong();
        var reads = new AtomicLong();
        var reader = new Thread(() -> read(moving, stop, slowest, reads), "reader");
        reader.start();
        long start = System.nanoTime();
        send(city.request(Service.ORGANIZATION, "/organization/v1/organizations/" + moving.id() + "/transitions")
                .header("If-Match", etag).header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("""
                        {"transition":"reassign","on":"2016-03-01","comment":"区划调整","parentId":"%s","code":"%s"}"""
                        .formatted(under.id(), under.code() + code))));
        double seconds = (System.nanoTime() - start) / 1e9;
        stop.set(true);
        reader.join();
        return new Result(count("party_organization", moving), count("party_member", moving), seconds,
                slowest.get() / 1e6, reads.get());
    }

    /** Pages are due at fixed times: a reader that asks without a pause would take one of two processors from what is measured. */
    private void read(County county, AtomicBoolean stop, AtomicLong slowest, AtomicLong reads) {
        try {
            for (long due = System.nanoTime(); !stop.get(); due += BETWEEN_PAGES) {
                for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                    LockSupport.parkNanos(left);
                }
                send(city.request(Service.ORGANIZATION,
                        "/organization/v1/members?limit=50&organization=" + county.id()).GET());
                slowest.accumulateAndGet(System.nanoTime() - due, Math::max);
                reads.incrementAndGet();
            }
        } catch (IOException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** The county below which the others go, and those. */
    private List<County> counties() throws SQLException {
        try (var connection = city.superuser(Service.ORGANIZATION);
                var statement = connection.prepareStatement("""
                        select id, code from party_organization where name like '合成组织%' and type = 'LOCAL_COMMITTEE'
                        order by code limit ?""")) {
            statement.setInt(1, 1 + MOVES);
            var counties = new ArrayList<County>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    counties.add(new County(rows.getString(1), rows.getString(2)));
                }
            }
            return counties;
        }
    }

    private long count(String table, County county) throws SQLException {
        try (var connection = city.superuser(Service.ORGANIZATION);
                var statement = connection.prepareStatement(
                        """
                        select count(*) from %s t, party_organization o where o.id = ?::uuid
                          and t.organization_path >= o.organization_path and t.organization_path < rtrim(o.organization_path, '/') || '0'"""
                                .formatted(table))) {
            statement.setString(1, county.id());
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        var built = request.build();
        var answer = city.http().send(built, HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            throw new IOException(built.uri() + " answered " + answer.statusCode() + " " + new String(answer.body(),
                    StandardCharsets.UTF_8));
        }
        return answer;
    }
}
