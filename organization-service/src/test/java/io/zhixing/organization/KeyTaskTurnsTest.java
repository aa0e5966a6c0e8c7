package io.zhixing.organization;

import static io.zhixing.organization.KeyTasking.TASKS;
import static io.zhixing.organization.Register.ORGANIZATIONS;
import static io.zhixing.organization.Register.stepOf;
import static io.zhixing.platform.testing.Eventually.eventually;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.zhixing.platform.testing.database.Database;
import io.zhixing.platform.testing.database.Statements;
import io.zhixing.platform.testing.token.Tokens;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** After any reports, confirmations, moves and mergers in any order, the kept counts of key tasks are those of a recount. */
@QuarkusTest
@Tag("landing")
class KeyTaskTurnsTest {

    private static final int STEPS = 120;
    private static final List<String> COUNTED = List.of("obliged", "notStarted", "inProgress", "reported", "returned",
            "confirmed");

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {3, 99})
    void counts_are_those_of_a_recount_after_random_steps(long seed) {
        // Given
        var counties = List.of(Turn.active(Register.committee()), Turn.active(Register.committee()));
        var towns = new ArrayList<Register.Organization>();
        var branches = new ArrayList<Register.Organization>();
        for (var county : counties) {
            for (int i = 0; i < 2; i++) {
                var town = Turn.active(Register.below(county, "PRIMARY_COMMITTEE"));
                towns.add(town);
                branches.add(Turn.active(Register.below(town, "GENERAL_BRANCH")));
                branches.add(Turn.active(Register.below(town, "GENERAL_BRANCH")));
            }
        }
        var owners = List.of(counties.get(0), counties.get(1), towns.get(0));
        var tasks = owners.stream().map(owner -> Campaigning.made(TASKS, KeyTasking.task(Campaigning.opened(owner), 1,
                "STATED", "PRIMARY_COMMITTEE", "GENERAL_BRANCH"))).toList();
        var done = new TreeMap<String, Integer>();
        var random = new Random(seed);
        // When
        for (int i = 0; i < STEPS; i++) {
            var step = step(random, tasks, towns, branches, "2016-03-%02d".formatted(1 + i * 28 / STEPS));
            done.merge(step, 1, Integer::sum);
        }
        var waiting = differing(tasks, counties, towns);
        eventually(() -> assertEquals(0L, unfolded(counties)));
        var folded = differing(tasks, counties, towns);
        // Then
        assertTrue(
                done.keySet().containsAll(Set.of("start 200", "report 200", "confirm 200", "return 200", "reassign 200",
                        "merge 200")),
                done.toString());
        assertEquals(List.of(), waiting, done.toString());
        assertEquals(List.of(), folded, done.toString());
        assertEquals(0L, Database.asPipeline().query("select key_task_differences()", row -> row.getLong(1)).get(0));
    }

    @Test
    void a_page_of_counts_is_one_statement_that_reads_no_progress() {
        // Given
        var county = Register.committee();
        for (int i = 0; i < 5; i++) {
            Register.below(Register.below(county, "PRIMARY_COMMITTEE"), "GENERAL_BRANCH");
        }
        var task = Campaigning.made(TASKS, KeyTasking.task(Campaigning.opened(county), 1, "STATED", "GENERAL_BRANCH"));
        var reader = Tokens.of("READER", county.code());
        // When
        var statements = Statements.of(Database.asApplication(), () -> Register
                .get(reader, TASKS + "/" + task + "/counts").then().statusCode(200));
        // Then: beside the scope, the task
        assertEquals(3, statements.count(), statements.toString());
        assertTrue(statements.list().stream().noneMatch(one -> one.statement().contains("key_task_progress")),
                statements.toString());
    }

    private static String step(Random random, List<String> tasks, List<Register.Organization> towns,
            List<Register.Organization> branches, String on) {
        var town = towns.get(random.nextInt(towns.size()));
        var other = towns.get(random.nextInt(towns.size()));
        var branch = branches.get(random.nextInt(branches.size()));
        return switch (random.nextInt(12)) {
            case 0 -> {
                var made = Register.post(ORGANIZATIONS,
                        Register.organization(Register.codeBelow(town), "GENERAL_BRANCH", town.id()));
                if (made.statusCode() == 201) {
                    branches.add(new Register.Organization(made.path("id"), made.path("code"), made.header("ETag")));
                }
                yield "branch " + made.statusCode();
            }
            case 1 -> told("reassign", Turn.of(town, "reassign", on, Turn.under(other)));
            case 2 -> told("reassign", Turn.of(branch, "reassign", on, Turn.under(other)));
            case 3 -> told("merge", Turn.of(branch, "merge", on,
                    Turn.into(branches.get(random.nextInt(branches.size())))));
            case 4 -> told("change-type", Turn.of(branch, "change-type", on,
                    Turn.because("变更").with("type", random.nextBoolean() ? "BRANCH" : "GENERAL_BRANCH")));
            default -> progress(random, tasks, random.nextInt(4) == 0 ? town : branch, on);
        };
    }

    /** The next step with a task that obliges it, by one person from below and another from above. */
    private static String progress(Random random, List<String> tasks, Register.Organization organization, String on) {
        var shuffled = new ArrayList<>(tasks);
        Collections.shuffle(shuffled, random);
        for (var task : shuffled) {
            var state = Register.get(Register.officer(), KeyTasking.address(task, organization)).<String>path("state");
            if (state != null && !state.equals("CONFIRMED")) {
                return progress(random, task, state, organization, on);
            }
        }
        return "nothing to do";
    }

    private static String progress(Random random, String task, String state, Register.Organization organization,
            String on) {
        var name = switch (state) {
            case "NOT_STARTED" -> "start";
            case "IN_PROGRESS" -> "report";
            case "RETURNED" -> "resume";
            default -> random.nextInt(3) == 0 ? "return" : "confirm";
        };
        var person = state.equals("REPORTED") ? "above" : "own";
        return told(name, KeyTasking.take(Tokens.grant("CAMPAIGN_OFFICER", Register.ROOT).subject(person).token(), task,
                organization, stepOf(name, on).with("statement", "已完成").with("comment", "材料不全")));
    }

    /** Every refusal has its reason; a failure of the service has none. */
    private static String told(String step, Response answer) {
        assertTrue(Set.of(200, 409, 422).contains(answer.statusCode()), step + ": " + answer.asString());
        return step + " " + answer.statusCode();
    }

    private static List<String> differing(List<String> tasks, List<Register.Organization> counties,
            List<Register.Organization> towns) {
        var differing = new ArrayList<String>();
        var parents = new ArrayList<>(counties);
        parents.addAll(towns);
        parents.add(new Register.Organization(Register.rootId(), Register.ROOT, null));
        for (var task : tasks) {
            for (var parent : parents) {
                var kept = kept(task, parent);
                var recounted = recounted(task, parent);
                if (!kept.equals(recounted)) {
                    differing.add(task + " below " + parent.code() + ": kept " + kept + ", recounted " + recounted);
                }
            }
        }
        return differing;
    }

    private static Map<String, String> kept(String task, Register.Organization parent) {
        List<Map<String, Object>> items = Register.get(Register.officer(),
                TASKS + "/" + task + "/counts?limit=200&parent=" + parent.id()).path("items");
        var counts = new TreeMap<String, String>();
        items.forEach(item -> counts.put(item.get("organizationId").toString(),
                COUNTED.stream().map(name -> item.get(name).toString()).toList().toString()));
        return counts;
    }

    private static Map<String, String> recounted(String task, Register.Organization parent) {
        var counts = new TreeMap<String, String>();
        Database.asApplication().within("/0001/").query(
                """
                select c.id::text, count(o.id), count(o.id) - count(p.id), count(*) filter (where p.state = 'IN_PROGRESS'),
                       count(*) filter (where p.state = 'REPORTED'), count(*) filter (where p.state = 'RETURNED'),
                       count(*) filter (where p.state = 'CONFIRMED')
                from key_task k join party_organization c on c.parent_id = ?::uuid
                join party_organization o on starts_with(o.organization_path, c.organization_path)
                  and starts_with(o.organization_path, k.organization_path) and o.type = any (k.obliged_types)
                  and o.state in ('PREPARING', 'ACTIVE')
                left join key_task_progress p on p.task_id = k.id and p.organization_id = o.id
                where k.id = ?::uuid group by c.id""",
                row -> counts.put(row.getString(1),
                        List.of(row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5), row.getLong(6),
                                row.getLong(7)).toString()),
                parent.id(), task);
        return counts;
    }

    private static long unfolded(List<Register.Organization> counties) {
        return counties.stream().mapToLong(county -> Database.asApplication().within(Register.path(county))
                .query("select count(*) from key_task_delta", row -> row.getLong(1)).get(0)).sum();
    }
}
