package io.zhixing.acceptance.bench;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.zhixing.city.launch.Service;
import io.zhixing.city.sample.Member;
import io.zhixing.city.sample.SampleCity;

/**
 * Members by import, file by file, and after each file the same rows by COPY: from the POST until the job is completed,
 * row results and events included, beside one transaction of COPY into tables that grow alike.
 */
final class ImportMembers {

    static final String CODE = "import-members";
    static final String ZH = "导入党员";
    static final String EN = "import of members";
    static final String REFERENCE = "one transaction of COPY per file of the same party_member, roll_period, change, outbox, audit_entry and member_name_gram (search by name) rows"
            + " into tables of the same indexes and constraints, fsync on; no row-level security, no validation, no row results";

    private static final int ROWS_PER_FILE = 20_000;
    private static final String IMPORTS = "/organization/v1/imports";
    private static final String COLUMNS = "memberNumber,name,idNumber,sexCode,ethnicityCode,birthDate,memberType,joinedOn,"
            + "fullSince,organizationCode,onRollFrom\n";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final BenchCity city;
    private final List<String> branches;

    /** One file by both sides. */
    record Round(int rows, double serviceSeconds, CopyOfImport.Seconds copy, CpuTime cpu) {

        double copySeconds() {
            return copy.all();
        }

        double ratio() {
            return copySeconds() / serviceSeconds;
        }
    }

    /** @param rounds in the order of the run: tables grow from one to the next */
    record Result(List<Round> rounds) {

        int rows() {
            return rounds.stream().mapToInt(Round::rows).sum();
        }

        double serviceSeconds() {
            return rounds.stream().mapToDouble(Round::serviceSeconds).sum();
        }

        double copySeconds() {
            return rounds.stream().mapToDouble(Round::copySeconds).sum();
        }

        /** The part of COPY for the rows by which names are searched. */
        double namesSeconds() {
            return rounds.stream().mapToDouble(round -> round.copy().ofNames()).sum();
        }

        /** Speed of the whole import beside that of all COPYs. */
        double ratio() {
            return copySeconds() / serviceSeconds();
        }

        double lowest() {
            return rounds.stream().mapToDouble(Round::ratio).min().orElseThrow();
        }

        double highest() {
            return rounds.stream().mapToDouble(Round::ratio).max().orElseThrow();
        }

        double serviceMicros() {
            return rounds.stream().mapToDouble(round -> round.cpu().service()).sum() / rows();
        }

        double postgresMicros() {
            return rounds.stream().mapToDouble(round -> round.cpu().postgres()).sum() / rows();
        }
    }

    private ImportMembers(BenchCity city) throws SQLException {
        this.city = city;
        this.branches = SyntheticRegister.branches(city);
    }

    /** @param members how many there are afterwards, with those of the sample city */
    static Result run(BenchCity city, int members, int warmUpSeconds) throws Exception {
        System.out.println("== " + ZH + " / " + EN);
        var measure = new ImportMembers(city);
        var people = people(city.sample(), members);
        city.rest(Bench.OTHERS);
        measure.warmUp(measure.file(people, 0, Math.min(people.size(), ROWS_PER_FILE)), warmUpSeconds);
        var rounds = new ArrayList<Round>();
        try (var copy = new CopyOfImport(city)) {
            for (int first = 0; first < people.size(); first += ROWS_PER_FILE) {
                var file = measure.file(people, first, Math.min(people.size(), first + ROWS_PER_FILE));
                var round = measure.round(file, Math.min(ROWS_PER_FILE, people.size() - first), copy);
                rounds.add(round);
                System.out.printf(
                        "  %d rows: service %.1f s, COPY %.1f s, ratio %.3f; CPU service %.0f µs, PostgreSQL %.0f µs a row%n",
                        round.rows(), round.serviceSeconds(), round.copySeconds(), round.ratio(),
                        (double) round.cpu().service() / round.rows(), (double) round.cpu().postgres() / round.rows());
            }
        }
        city.wake(Bench.OTHERS);
        city.awaitHeard();
        return new Result(rounds);
    }

    /** Dry runs of the first file: the same work, rolled back. */
    private void warmUp(String file, int seconds) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (System.nanoTime() < end) {
            awaitCompleted(post(file, true));
        }
        SyntheticRegister.settle(city);
    }

    private Round round(String file, int rows, CopyOfImport copy) throws Exception {
        var before = city.cpu(Service.ORGANIZATION);
        long start = System.nanoTime();
        var job = post(file, false);
        long created = awaitCompleted(job);
        double service = (System.nanoTime() - start) / 1e9;
        if (created != rows) {
            throw new IllegalStateException("Only " + created + " of " + rows + " members were created");
        }
        settle();
        var cpu = city.cpu(Service.ORGANIZATION).since(before);
        return new Round(rows, service, copy.seconds(job), cpu);
    }

    private UUID post(String file, boolean dryRun) throws IOException, InterruptedException {
        var answer = send(city.request(Service.ORGANIZATION, IMPORTS + "?kind=members&mode=partial&dryRun=" + dryRun)
                .header("Content-Type", "text/csv").header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(HttpRequest.BodyPublishers.ofString(file)));
        return UUID.fromString(JSON.readTree(answer).path("id").asText());
    }

    /** How many members the job has created. */
    private long awaitCompleted(UUID job) throws IOException, InterruptedException {
        while (true) {
            var state = JSON.readTree(send(city.request(Service.ORGANIZATION, IMPORTS + "/" + job).GET()));
            switch (state.path("state").asText()) {
                case "QUEUED", "RUNNING" -> TimeUnit.MILLISECONDS.sleep(50);
                case "COMPLETED" -> {
                    return state.path("created").asLong();
                }
                default -> throw new IOException(state.toString());
            }
        }
    }

    private byte[] send(HttpRequest.Builder request) throws IOException, InterruptedException {
        var answer = city.http().send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() / 100 != 2) {
            throw new IOException(answer.statusCode() + " " + new String(answer.body()));
        }
        return answer.body();
    }

    /** Until the events are sent: they take processor time from neither side's clock. */
    private void settle() throws SQLException, InterruptedException {
        try (var connection = city.superuser(Service.ORGANIZATION)) {
            while (SyntheticRegister.count(connection, "outbox") > 0) {
                TimeUnit.MILLISECONDS.sleep(100);
            }
        }
    }

    private String file(List<Member> people, int first, int end) {
        return COLUMNS + IntStream.range(first, end).mapToObj(place -> row(people.get(place), place))
                .collect(Collectors.joining());
    }

    /** By turns over the branches, so that a file meets as many of them as it can. */
    private String row(Member one, int place) {
        return Arrays.asList(one.memberNumber(), one.name(), one.idNumber(), one.sexCode(), one.ethnicityCode(),
                one.birthDate(), one.isFull() ? "FULL" : "PROBATIONARY", one.joinedOn(),
                one.isFull() ? one.fullSince() : "", branches.get(place % branches.size()), one.onRollFrom()).stream()
                .map(Object::toString).collect(Collectors.joining(",", "", "\n"));
    }

    /** Members of the whole city whom the small one does not have. */
    private static List<Member> people(SampleCity small, int members) {
        var known = small.members().stream().map(Member::idNumber).collect(Collectors.toSet());
        var people = SampleCity.of(small.seed(), 1).members().stream()
                .filter(one -> one.index() >= small.members().size() && !known.contains(one.idNumber()))
                .limit(members - small.members().size()).toList();
        if (people.size() < members - small.members().size()) {
            throw new IllegalArgumentException("There are no " + members + " members");
        }
        return people;
    }
}
