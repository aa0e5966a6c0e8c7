package io.zhixing.platform.testing.contract;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DynamicTest;

/**
 * What every contract keeps (design: the contract document, M1-M6, and the shape of the interface). A service runs it in
 * three lines; {@code @QuarkusTest}, because the build writes the generated contract and the routes are asked:
 * <pre>{@code
 * @QuarkusTest
 * class ContractTest {
 *     @TestFactory Stream<DynamicTest> contract() { return ContractRules.checks(); }
 * }
 * }</pre>
 */
public final class ContractRules {

    private ContractRules() {}

    public static Stream<DynamicTest> checks() {
        var generated = check("M1 the committed contract is the generated one", GeneratedContract::differences,
                GeneratedContract.REMEDY);
        var siblings = check("M2 an operationId is used once in the suite",
                () -> OperationWalk.usedElsewhere(Contract.committed(), GeneratedContract.siblings()),
                "rename the operationId; the four contracts are joined into one");
        return Stream.of(Stream.of(generated, siblings), walks(Contract::committed), RouteWalk.checks())
                .flatMap(checks -> checks);
    }

    /**
     * Every parameter of every list and question, with a value that it cannot have.
     *
     * @param places where to ask for a path with variables, by the path in the contract
     * @param texts parameters that take any text, {@code listOrganizations code}, each with what it is
     * @param organization by code, on which the roles of the calls are granted
     */
    public static DynamicTest parameters(Map<String, String> places, Map<String, String> texts, String organization) {
        return check("D4 a value that a parameter cannot have is refused under its name",
                () -> new ParameterWalk(places, texts, organization).faults(Contract.committed()),
                "read it by Query (oneOf, id, day, flagged), or say which text it takes");
    }

    /** The walks that need nothing but the document. */
    static Stream<DynamicTest> walks(Supplier<Contract> contract) {
        return Stream.of(
                check("A1 A4 paths, names and top-level values have the agreed shape",
                        () -> ShapeWalk.faults(contract.get()), "rename it in the code; see api.md section 1"),
                check("D1 a list has limit and cursor", () -> ShapeWalk.listFaults(contract.get()),
                        "take limit and cursor as parameters and answer a Page"),
                check("M2 an operation says what it is and who may call it", () -> OperationWalk.faults(contract.get()),
                        "complete @Operation, @Tag and @RolesAllowed"),
                check("M3 each body has an example that its schema accepts", () -> ExampleWalk.faults(contract.get()),
                        "put an example on the body's @Content or on the record's @Schema, and keep it valid"),
                check("M4 refusals are problems with their codes", () -> RefusalWalk.faults(contract.get()),
                        "@Refuses for the service's own codes; platform adds the others"),
                check("M5 everything is described, Chinese first", () -> TextWalk.faults(contract.get()),
                        "@Schema or @Parameter with a description that begins with the Chinese term, @Label on enum constants"));
    }

    static DynamicTest check(String name, Supplier<List<String>> faults, String remedy) {
        return DynamicTest.dynamicTest(name, () -> {
            var found = faults.get();
            if (!found.isEmpty()) {
                Assertions.fail(name + ", but in " + Contract.COMMITTED + ":\n  "
                        + found.stream().collect(Collectors.joining("\n  ")) + "\nRemedy: " + remedy);
            }
        });
    }
}
