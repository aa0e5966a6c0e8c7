package io.zhixing.acceptance.kill;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

import io.zhixing.acceptance.Waiting;
import io.zhixing.city.launch.Service;
import io.zhixing.city.report.FigureCheck;
import io.zhixing.city.sample.Expectations;

/**
 * One thing that must hold of a loaded city, whoever died meanwhile; it waits until projections have come to rest.
 *
 * @param faults what does not hold, in words; nothing when all is well
 */
public record Check(String name, Supplier<List<String>> faults) {

    private static final Duration REST = Duration.ofSeconds(60);
    /** Versions of a resource that are not 1…n, each once. */
    private static final String GAPS = """
            select count(*) from (select from change where op <> 'MOVE' group by resource_type, resource_id
              having min(version) <> 1 or max(version) <> count(*)) broken""";
    private static final String CHANGED = """
            select coalesce(sum(versions), 0) from (select max(version) as versions from change
              where op <> 'MOVE' group by resource_type, resource_id) each""";
    private static final String CONTENT = "select md5(string_agg(id || ' ' || version, ',' order by id)) from ";

    /** All of them, in an order in which the first explain the later ones. */
    public static List<Check> of(CrashingCity city) {
        var checks = new ArrayList<Check>();
        checks.add(new Check("the figures are those the generator counted", () -> {
            var expected = Expectations.of(city.sample());
            return FigureCheck.differences(expected, FigureCheck.await(expected, city::figures, REST));
        }));
        rowsSent(city).forEach(checks::add);
        for (var service : Service.values()) {
            checks.add(still(service + " has no event left to send", city, service, "select count(*) from outbox"));
            checks.add(still(service + " has no version missing or twice", city, service, GAPS));
            checks.add(still(service + " has parked no event", city, service, "select count(*) from parked_event"));
            checks.add(still(service + " has completed every import", city, service,
                    "select count(*) from import_job where state <> 'COMPLETED'"));
        }
        checks.add(published(city, Service.ORGANIZATION, "organization.events.v1"));
        checks.add(published(city, Service.SESSION, "session.events.v1"));
        checks.add(published(city, Service.EVALUATION, "evaluation.events.v1", "evaluation.member-standing.v1"));
        checks.add(published(city, Service.POVERTY_PROJECT, "poverty-project.events.v1"));
        for (var reader : List.of(Service.SESSION, Service.EVALUATION, Service.POVERTY_PROJECT)) {
            checks.add(projected(city, Service.ORGANIZATION, "party_organization", reader, "organization_ref"));
        }
        for (var reader : List.of(Service.SESSION, Service.EVALUATION)) {
            checks.add(projected(city, Service.ORGANIZATION, "party_member", reader, "member_ref"));
            checks.add(projected(city, Service.ORGANIZATION, "post", reader, "post_ref"));
        }
        checks.add(projected(city, Service.SESSION, "study_session", Service.EVALUATION, "study_session_ref"));
        return checks;
    }

    private static Stream<Check> rowsSent(CrashingCity city) {
        var sample = city.sample();
        return Stream.of(
                sent(city, Service.ORGANIZATION, "party_organization", sample.organizations().size()),
                sent(city, Service.ORGANIZATION, "party_member", sample.members().size()),
                sent(city, Service.ORGANIZATION, "post", sample.posts().all().size()),
                sent(city, Service.SESSION, "study_session", sample.sessions().size()),
                sent(city, Service.SESSION, "attendance",
                        sample.sessions().stream().mapToLong(one -> sample.attendance().of(one).size()).sum()),
                sent(city, Service.SESSION, "lecture",
                        sample.sessions().stream().mapToLong(one -> one.lectures().size()).sum()),
                sent(city, Service.EVALUATION, "appraisal_round", sample.appraisals().size()),
                sent(city, Service.EVALUATION, "roll_entry",
                        sample.appraisals().stream().mapToLong(one -> one.verdicts().size()).sum()),
                sent(city, Service.POVERTY_PROJECT, "fund_allocation", sample.funding().allocations().size()),
                sent(city, Service.POVERTY_PROJECT, "obligation", sample.funding().obligations().size()),
                sent(city, Service.POVERTY_PROJECT, "project", sample.funding().projects().size()));
    }

    private static Check sent(CrashingCity city, Service service, String table, long rows) {
        return new Check("every row of " + table + " is there once", () -> {
            long found = city.count(service, table);
            return found == rows ? List.of() : List.of(table + ": " + rows + " sent, " + found + " found");
        });
    }

    /** @param query counts what there must be none of, in the end */
    private static Check still(String name, CrashingCity city, Service service, String query) {
        return new Check(name, () -> Waiting.forNone(REST, () -> {
            var left = city.text(service, query);
            return left.equals("0") ? List.of() : List.of(name + ": " + left);
        }));
    }

    /** Repeats are allowed, at least once is promised: the first of each version must be there, and in its turn. */
    private static Check published(CrashingCity city, Service service, String... topics) {
        return new Check(service + " has published every version, the first of each in order", () -> {
            var versions = TopicVersions.read(city.kafka(), topics);
            var faults = new ArrayList<String>();
            versions.outOfOrder().forEach((id, version) -> faults.add(id + ": version " + version + " came early"));
            var changed = Long.parseLong(city.text(service, CHANGED));
            if (changed != versions.distinct()) {
                faults.add(service + ": " + changed + " versions, " + versions.distinct() + " published");
            }
            return faults;
        });
    }

    private static Check projected(CrashingCity city, Service source, String table, Service reader, String copy) {
        var name = copy + " of " + reader + " is " + table + " of " + source;
        return new Check(name, () -> Waiting.forNone(REST, () -> {
            var original = city.text(source, CONTENT + table);
            var copied = city.text(reader, CONTENT + copy);
            return original.equals(copied) ? List.of() : List.of(name + ": content differs");
        }));
    }

    @Override
    public String toString() {
        return name;
    }
}
