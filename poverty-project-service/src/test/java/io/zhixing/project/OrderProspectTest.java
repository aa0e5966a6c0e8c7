package io.zhixing.project;

import static io.zhixing.project.Fund.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import io.zhixing.platform.testing.database.Database;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The steps of an order tell beforehand what would refuse its money. */
@QuarkusTest
@ExtendWith(NoDrift.class)
class OrderProspectTest {

    private final Fund fund = new Fund();
    private final Orders orders = new Orders(fund);

    @Test
    void an_order_that_its_budget_bears_may_be_approved_and_one_fen_more_may_not() {
        // Given
        var project = fund.listedProject();
        var budget = fund.budgetOf(project, 1_000);
        orders.accepted(project);   // before, a share would have to stay
        var whole = orders.submitted(budget, 1_000);
        var beyond = orders.submitted(budget, 1_001);
        // When
        var ofWhole = against(whole);
        var ofBeyond = against(beyond);
        // Then
        assertEquals(List.of(), ofWhole);
        assertEquals(List.of("INSUFFICIENT_FUNDS"), ofBeyond);
        fund.taken(fund.approver, "disbursements/" + whole, "approve", "2016-09-02");
        assertEquals(List.of("INSUFFICIENT_FUNDS"), against(orders.submitted(budget, 1)));
    }

    /** The county's approver, who does not see the city's source. */
    @Test
    void a_suspended_project_and_a_frozen_source_are_both_told() {
        // Given
        var source = fund.source(1_000);
        var project = fund.listedProject();
        var order = orders.submitted(fund.budgetFrom(fund.allocation(source, 1_000), project, 1_000), 600);
        fund.taken(fund.cityCashier, "fund-sources/" + source, "freeze", "2016-09-02");
        fund.moveWith(fund.supervisor(), "projects/" + project,
                Map.of("transition", "suspend", "on", "2016-09-02", "comment", "核查")).then().statusCode(200);
        // When
        var reasons = against(order);
        // Then
        assertEquals(List.of("PROJECT_NOT_PAYABLE", "SOURCE_NOT_PAYABLE"), reasons);
        refused(fund.move(fund.approver(), "disbursements/" + order, "approve", "2016-09-02"), 409,
                "PROJECT_NOT_PAYABLE");
    }

    @Test
    void nobody_learns_of_the_money_of_an_order_that_he_does_not_see() {
        // Given
        var order = UUID.fromString(orders.submitted(fund.budget(1_000), 600));
        var stranger = City.city();
        // When
        var own = available(fund.village, order);
        var foreign = available(stranger, order);
        // Then
        assertEquals(List.of(1_000L), own);
        assertEquals(List.of(), foreign);
    }

    /** What stands against its approval by the county's approver today. */
    private List<String> against(String order) {
        return fund.approver().get(Fund.BASE + "disbursements/" + order + "/transitions").then().statusCode(200)
                .extract().path("transitions.find { it.name == 'approve' }.reasons.code");
    }

    private static List<Long> available(City.Organization scope, UUID order) {
        return Database.asApplication().within(scope.path()).query("select available_fen from order_prospect(?)",
                row -> row.getLong(1), order);
    }
}
