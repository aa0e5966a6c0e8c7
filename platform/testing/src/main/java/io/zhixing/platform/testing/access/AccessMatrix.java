package io.zhixing.platform.testing.access;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import io.zhixing.platform.testing.Settings;
import io.zhixing.platform.testing.contract.Contract;
import io.zhixing.platform.testing.contract.Operation;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DynamicTest;

/**
 * Every operation of the committed contract, called in every {@link Standing}. A service says of each operation what it
 * is about; an operation of which nothing is said fails the build, and so does a word about one that is not there.
 * <pre>{@code
 * @TestFactory Stream<DynamicTest> access() {
 *     return AccessMatrix.around(organizations).record("getNote", Call.of(note))
 *             .list("listNotes", title).naming("writeNote", Call.plain().body(…)).checks();
 * }
 * }</pre>
 */
public final class AccessMatrix {

    private final Contract contract = Contract.committed();
    private final Map<String, List<Placed>> entries = new LinkedHashMap<>();
    private Callers callers;
    private int pairs;

    private record Placed(Entry entry, Callers callers) {}

    private AccessMatrix() {}

    public static AccessMatrix around(Neighbourhood around) {
        return new AccessMatrix().thenAround(around);
    }

    /** The entries that follow are about records of this neighbourhood. */
    public AccessMatrix thenAround(Neighbourhood around) {
        callers = new Callers(around, contract);
        return this;
    }

    /** One record by its address, read or changed: 404 outside. A change must succeed for the own organization. */
    public AccessMatrix record(String operation, Call call) {
        return add(operation, new OneRecord(call));
    }

    /** @param mark a text that stands in the rows of the own organization and in no other one's */
    public AccessMatrix list(String operation, String mark) {
        return list(operation, mark, Call.plain());
    }

    /** A list with filters, or a look-up. */
    public AccessMatrix list(String operation, String mark, Call call) {
        return add(operation, new ListOfRecords(call, mark));
    }

    /** The own organization, or a record of it, named in body or parameter: REFERENCE_UNKNOWN outside. */
    public AccessMatrix naming(String operation, Call call) {
        return add(operation, new NamedRecord(call, null));
    }

    /** Several records named in the body, each answered on its own line; outside the scope a line is {@code unknown}. */
    public AccessMatrix namingLines(String operation, Call call, String unknown) {
        return add(operation, new NamedRecord(call, unknown));
    }

    /** The figures of the own organization. */
    public AccessMatrix figures(String operation) {
        return naming(operation, Call.plain().query("organization", callers.around().own().reference())
                .query("from", "2016-02-28").query("to", "2017-04-26"));
    }

    /** What belongs to no organization. */
    public AccessMatrix sameForAll(String operation, Call call) {
        return add(operation, new SameForAll(call));
    }

    /** What all organizations share and the own one, the root, alone may change: 403 for everybody else. */
    public AccessMatrix rootAlone(String operation, Call call) {
        return add(operation, new RootAlone(call));
    }

    /** All operations of imports. @param csv a file whose rows name the own organization and are good */
    public AccessMatrix imports(String kind, String role, String csv) {
        new OwnImports(contract.prefix(), kind, role, csv).entries().forEach((address, entry) -> {
            var method = address.substring(0, address.indexOf(' '));
            var path = contract.prefix() + address.substring(address.indexOf(' ') + 1);
            add(contract.operations().stream()
                    .filter(operation -> operation.method().equals(method) && operation.path().equals(path))
                    .findFirst().orElseThrow(() -> new AssertionError(method + " " + path)).id(), entry);
        });
        return this;
    }

    /** One test for each operation, in the order of the entries, and one for what is missing or too much. */
    public Stream<DynamicTest> checks() {
        trail();
        machinery();
        return Stream.of(
                Stream.of(DynamicTest.dynamicTest("S-7 every operation has an entry", this::complete)),
                entries.keySet().stream().flatMap(id -> operation(id).stream())
                        .map(operation -> DynamicTest.dynamicTest("S-7 " + operation.id(), () -> check(operation))),
                Stream.of(DynamicTest.dynamicTest("S-7 pairs of operation and caller", this::print)))
                .flatMap(tests -> tests);
    }

    /** The audit trail is the same in every service, and its administrator's whatever his organization. */
    private void trail() {
        contract.operations().stream().filter(operation -> operation.path().contains("/v1/audit-entries"))
                .forEach(operation -> sameForAll(operation.id(), Call.plain()));
    }

    /** So is what the system administrator looks after; a consumer that is not there is refused for its name alone. */
    private void machinery() {
        var bodies = Map.<String, Object>of(
                "/v1/parked-events/retries", Map.of("consumer", "nobody", "aggregateId", UUID.randomUUID()),
                "/v1/event-consumers/rebuilds", Map.of("consumer", "nobody"));
        for (var operation : contract.operations()) {
            var address = operation.path().substring(contract.prefix().length() - "/v1".length());
            if (address.startsWith("/v1/parked-events") || address.startsWith("/v1/event-consumers")) {
                var call = Call.plain();
                sameForAll(operation.id(), bodies.containsKey(address) ? call.body(bodies.get(address)) : call);
            }
        }
    }

    private AccessMatrix add(String operation, Entry entry) {
        entries.computeIfAbsent(operation, id -> new ArrayList<>()).add(new Placed(entry, callers));
        return this;
    }

    private List<Operation> operation(String id) {
        return contract.operations().stream().filter(operation -> operation.id().equals(id)).toList();
    }

    private void complete() {
        var missing = contract.operations().stream().map(Operation::id).filter(id -> !entries.containsKey(id)).toList();
        var unknown = entries.keySet().stream().filter(id -> operation(id).isEmpty()).toList();
        Assertions.assertEquals(List.of(), missing, "operations without an entry");
        Assertions.assertEquals(List.of(), unknown, "entries without an operation");
    }

    private void check(Operation operation) {
        int most = 0;
        var faults = new ArrayList<String>();
        for (var placed : entries.get(operation.id())) {
            var findings = new Findings();
            placed.entry().check(operation, placed.callers(), findings);
            faults.addAll(findings.faults());
            most = Math.max(most, findings.callers());
        }
        pairs += most;
        if (!faults.isEmpty()) {
            Assertions.fail(operation + "\n  " + String.join("\n  ", faults));
        }
    }

    private void print() {
        int operations = contract.operations().size();
        System.out.printf("Access matrix of %s: %d operations, %d pairs of operation and caller%n", Settings.service(),
                operations, pairs);
        Assertions.assertTrue(pairs >= operations * (Standing.values().length - 1),
                "each operation is called by all but those who have the role elsewhere, who call where something is written");
    }
}
