package io.zhixing.organization;

import static io.zhixing.organization.Campaigning.made;
import static io.zhixing.organization.Documenting.ACKNOWLEDGEMENTS;
import static io.zhixing.organization.KeyTasking.TASKS;
import static io.zhixing.organization.Outstanding.below;
import static io.zhixing.organization.Outstanding.forMe;
import static io.zhixing.organization.Register.officer;
import static io.zhixing.organization.Register.stepOf;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import io.quarkus.test.junit.QuarkusTest;
import io.zhixing.platform.testing.token.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Key tasks and documents of a campaign as work of those whom they oblige. */
@QuarkusTest
class CampaignWorkTest {

    private Register.Organization committee;
    private Register.Organization branch;
    private String campaign;

    @BeforeEach
    void open() {
        committee = Register.committee();
        branch = Register.below(committee, "BRANCH");
        campaign = Campaigning.opened(committee);
    }

    @Test
    void a_key_task_is_work_of_the_obliged_then_of_their_superior_until_it_is_confirmed() {
        // Given
        var task = made(TASKS, KeyTasking.task(campaign, 1, "STATED", "BRANCH"));
        var untouched = List.of(tasks("2016-02-27"), tasks("2016-03-01"), tasks("2016-12-24"), tasks("2017-01-01"));
        // When
        KeyTasking.reported(task, branch, "2016-05-01");
        var reported = List.of(tasks("2016-05-02"), forMe(above("reporter"), "KEY_TASK_TO_CONFIRM"),
                forMe(Tokens.of("BRANCH_SECRETARY", branch.code()), "KEY_TASK_TO_CONFIRM"));
        KeyTasking.above(task, committee, branch, stepOf("confirm", "2016-06-01")).then().statusCode(200);
        // Then
        assertEquals(List.of(List.of(), line("KEY_TASK_TO_REPORT WAITING"), line("KEY_TASK_TO_REPORT DUE"),
                line("KEY_TASK_TO_REPORT OVERDUE")), untouched);
        assertEquals(List.of(line("KEY_TASK_TO_CONFIRM WAITING"), line("KEY_TASK_TO_CONFIRM OVERDUE"), List.of()),
                reported);
        assertEquals(List.of(), tasks("2017-01-01"));
    }

    @Test
    void a_superior_is_told_to_report_when_everybody_below_him_was_confirmed() {
        // Given: a general branch that is not obliged stands for the branch below it
        var general = Register.below(committee, "GENERAL_BRANCH");
        var far = Register.below(general, "BRANCH");
        var task = made(TASKS, KeyTasking.task(campaign, 1, "STATED", "PRIMARY_COMMITTEE", "BRANCH"));
        var officer = above("superior");
        var untouched = List.of(tasks("2016-12-26"), tasks("2017-01-01"));
        var toDo = forMe(officer, "KEY_TASK_TO_REPORT");
        // When
        KeyTasking.confirmed(task, committee, branch, "2016-05-01");
        var halfWay = List.of(tasks("2016-12-26"), forMe(officer, "KEY_TASK_TO_REPORT"));
        KeyTasking.reported(task, far, "2016-06-01");
        var reported = List.of(tasks("2016-12-26"), forMe(officer, "KEY_TASK_TO_REPORT", "KEY_TASK_TO_CONFIRM"));
        KeyTasking.above(task, committee, far, stepOf("confirm", "2016-12-25")).then().statusCode(200);
        // Then
        var waits = "KEY_TASK_TO_REPORT WAITING " + committee.code();
        var overdue = "KEY_TASK_TO_REPORT OVERDUE ";
        assertEquals(List.of(
                List.of(waits, "KEY_TASK_TO_REPORT DUE " + branch.code(), "KEY_TASK_TO_REPORT DUE " + far.code()),
                List.of(overdue + committee.code(), overdue + branch.code(), overdue + far.code())), untouched);
        assertEquals(List.of(overdue + branch.code(), overdue + far.code()), toDo);
        assertEquals(List.of(List.of(waits, "KEY_TASK_TO_REPORT DUE " + far.code()),
                List.of(overdue + far.code())), halfWay);
        assertEquals(List.of(List.of(waits, "KEY_TASK_TO_CONFIRM DUE " + far.code()),
                List.of("KEY_TASK_TO_CONFIRM OVERDUE " + far.code())), reported);
        assertEquals(List.of(waits), tasks("2016-12-24"));
        assertEquals(List.of("KEY_TASK_TO_REPORT DUE " + committee.code()), tasks("2016-12-26"));
        assertEquals(List.of(overdue + committee.code()), forMe(officer, "KEY_TASK_TO_REPORT"));
    }

    @Test
    void the_address_of_a_key_task_is_that_of_the_organizations_progress() {
        // Given
        var task = made(TASKS, KeyTasking.task(campaign, 1, "STATED", "BRANCH"));
        // When
        String address = Outstanding.list(officer(), "kind=KEY_TASK_TO_REPORT&organization=" + branch.code())
                .path("items[0].address");
        // Then
        assertEquals(KeyTasking.address(task, branch), address);
        Register.get(officer(), address).then().statusCode(200);
    }

    @Test
    void a_document_is_work_of_whoever_has_not_acknowledged_it() {
        // Given
        var other = Register.below(committee, "BRANCH");
        var document = Documenting.issued(
                Documenting.acknowledgedBy(Documenting.document(campaign, committee), "[\"BRANCH\"]"), "2016-03-10");
        var days = List.of(documents("2016-03-09"), documents("2016-03-10"), documents("2016-04-08"),
                documents("2016-04-16"));
        // When
        made(ACKNOWLEDGEMENTS, Documenting.acknowledgement(document, branch));
        var rest = documents("2016-04-02");
        Documenting.take(document, stepOf("withdraw", "2016-04-03").with("comment", "有误")).then().statusCode(200);
        // Then
        assertEquals(List.of(List.of(), acknowledge("WAITING", branch, other), acknowledge("DUE", branch, other),
                acknowledge("OVERDUE", branch, other)), days);
        assertEquals(acknowledge("WAITING", other), rest);
        assertEquals(List.of(), documents("2016-04-16"));
    }

    private List<String> tasks(String day) {
        return below(committee, day, "KEY_TASK_TO_REPORT", "KEY_TASK_TO_CONFIRM");
    }

    private List<String> documents(String day) {
        return below(committee, day, "DOCUMENT_TO_ACKNOWLEDGE");
    }

    private List<String> line(String kindAndStatus) {
        return List.of(kindAndStatus + " " + branch.code());
    }

    private static List<String> acknowledge(String status, Register.Organization... organizations) {
        return List.of(organizations).stream()
                .map(organization -> "DOCUMENT_TO_ACKNOWLEDGE " + status + " " + organization.code()).toList();
    }

    private String above(String person) {
        return Tokens.grant("CAMPAIGN_OFFICER", committee.code()).subject(person).token();
    }
}
