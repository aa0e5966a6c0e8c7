package io.zhixing.acceptance.faults.strike;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.zhixing.acceptance.Waiting;
import io.zhixing.acceptance.faults.Fault;
import io.zhixing.acceptance.faults.Trial;
import io.zhixing.city.launch.Service;
import io.zhixing.city.sample.Organization;

/** 22: an import of members is cancelled half-way and the same file is sent again. */
public final class CancelledImport implements Fault {

    private static final String COLUMNS = "memberNumber,name,idNumber,sexCode,ethnicityCode,birthDate,memberType,joinedOn,fullSince,organizationCode,onRollFrom\r\n";
    private static final String IMPORTS = "/organization/v1/imports";
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public String number() {
        return "22";
    }

    @Override
    public String zh() {
        return "党员导入到一半取消后重新导入";
    }

    @Override
    public String en() {
        return "import of members cancelled half-way and run again";
    }

    @Override
    public String hypothesis() {
        return "The second run takes what the first had not, changes nothing of what it had, and the trail has an entry of each member once.";
    }

    @Override
    public void strike(Trial trial) {
        var prefix = "I" + trial.writings().number();
        var file = file(trial, prefix);
        var first = upload(trial, file, prefix + "-1");
        Waiting.secondsUntil("Half of the import", PATIENCE, () -> job(trial, first).path("rowsRead").asLong() > trial
                .importRows() / 2 || ended(job(trial, first)));
        cancel(trial, first);
        var stopped = awaitEnd(trial, first);
        trial.require(stopped.path("state").asText().equals("CANCELLED"), "the first import is "
                + stopped.path("state").asText() + " and was not cancelled: nothing was shown");
        long taken = members(trial, prefix);
        trial.recovery().counted("members after the cancelled run", taken);
        trial.require(taken > 0 && taken < trial.importRows(), "the cancelled run took " + taken + " members of "
                + trial.importRows());
        long start = System.nanoTime();
        var second = upload(trial, file, prefix + "-2");
        var done = awaitEnd(trial, second);
        trial.recovery().took("second run", (System.nanoTime() - start) / 1e9, Double.MAX_VALUE);
        trial.require(done.path("state").asText().equals("COMPLETED"), "the second import ended " + done);
        trial.require(members(trial, prefix) == trial.importRows(),
                members(trial, prefix) + " members are there, " + trial.importRows() + " were sent");
        long entered = trial.city().number(Service.ORGANIZATION,
                "select count(*) from audit_entry a join party_member m"
                        + " on m.id = a.object_id where m.member_number like '" + prefix
                        + "-%' and a.object_version = 1");
        trial.require(entered == trial.importRows(), "the trail has " + entered + " entries of " + trial.importRows()
                + " members");
        trial.recovery().counted("members imported", trial.importRows());
    }

    private static String file(Trial trial, String prefix) {
        var branches = trial.city().sample().organizations().stream().filter(Organization::isBranch).toList();
        var file = new StringBuilder(COLUMNS);
        for (int i = 0; i < trial.importRows(); i++) {
            var person = trial.identities().in(branches.get(i % branches.size()));
            file.append(String.join(",", List.of(prefix + "-" + i, person.name(), person.idNumber(), person.sexCode(),
                    person.ethnicityCode(), person.birthDate().toString(), "FULL", person.joinedOn().toString(),
                    person.fullSince().toString(), person.branch().code(), person.onRollFrom().toString())))
                    .append("\r\n");
        }
        return file.toString();
    }

    private static String upload(Trial trial, String file, String key) {
        return call(trial, IMPORTS + "?kind=members&mode=partial&dryRun=false", request -> request
                .header("Content-Type", "text/csv").header("Idempotency-Key", key)
                .POST(HttpRequest.BodyPublishers.ofString(file))).path("id").asText();
    }

    private static void cancel(Trial trial, String job) {
        call(trial, IMPORTS + "/" + job, HttpRequest.Builder::DELETE);
    }

    private static JsonNode job(Trial trial, String job) {
        return call(trial, IMPORTS + "/" + job, HttpRequest.Builder::GET);
    }

    private static JsonNode awaitEnd(Trial trial, String job) {
        var last = new AtomicReference<JsonNode>();
        Waiting.secondsUntil("The end of the import", PATIENCE, () -> {
            last.set(job(trial, job));
            return ended(last.get());
        });
        return last.get();
    }

    private static boolean ended(JsonNode job) {
        return !List.of("QUEUED", "RUNNING").contains(job.path("state").asText());
    }

    private static long members(Trial trial, String prefix) {
        return trial.city().number(Service.ORGANIZATION,
                "select count(*) from party_member where member_number like '" + prefix + "-%'");
    }

    /** Says what a request is to do. */
    @FunctionalInterface
    private interface Doing {

        HttpRequest.Builder on(HttpRequest.Builder request);
    }

    private static JsonNode call(Trial trial, String path, Doing doing) {
        try {
            var answer = trial.city().http().send(
                    doing.on(trial.city().request(Service.ORGANIZATION, path, "loader")).build(),
                    HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() / 100 != 2) {
                throw new IllegalStateException(path + " → " + answer.statusCode() + " " + new String(answer.body()));
            }
            return JSON.readTree(answer.body());
        } catch (IOException failure) {
            throw new IllegalStateException(path, failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
