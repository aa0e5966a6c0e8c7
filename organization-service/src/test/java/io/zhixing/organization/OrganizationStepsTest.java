package io.zhixing.organization;

import static io.zhixing.organization.Register.MEMBERS;
import static io.zhixing.organization.Register.ORGANIZATIONS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import io.quarkus.test.junit.QuarkusTest;
import io.zhixing.platform.testing.token.Tokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OrganizationStepsTest {

    private static final String REASON = "核对";

    @Test
    void whatever_is_not_offered_is_refused_with_the_reason_that_was_given() {
        // Given
        var committee = Register.committee();
        var preparing = Register.below(committee, "PRIMARY_COMMITTEE");
        var parent = Turn.active(Register.below(committee, "PRIMARY_COMMITTEE"));
        Register.below(parent, "BRANCH");
        var dissolved = Turn.active(Register.below(committee, "PRIMARY_COMMITTEE"));
        Turn.of(dissolved, "dissolve", "2016-03-01", Turn.because(REASON)).then().statusCode(200);
        var merged = Turn.active(Register.below(committee, "PRIMARY_COMMITTEE"));
        Turn.of(merged, "merge", "2016-03-01", Turn.into(parent)).then().statusCode(200);
        var reader = Tokens.of("READER", committee.code());
        var itself = Tokens.of("CAMPAIGN_OFFICER", parent.code());
        // When, Then
        assertEquals(Set.of("activate", "rename", "change-type", "reassign"), offered(reader, preparing).keySet());
        assertEquals(Set.of("rename", "change-type", "reassign", "merge", "dissolve"),
                offered(reader, parent).keySet());
        assertEquals(Set.of("restore"), offered(reader, dissolved).keySet());
        assertEquals(Set.of(), offered(reader, merged).keySet());
        for (var caller : List.of(itself, Register.officer())) {
            for (var refused : offered(caller, parent).entrySet()) {
                if (!refused.getValue().isEmpty()) {
                    var answer = Turn.by(caller, parent, refused.getKey(), "2016-03-01", Turn.because(REASON));
                    assertEquals(refused.getValue().get(0), answer.path("code"), refused.getKey());
                }
            }
        }
        assertTrue(offered(itself, parent).values().stream().allMatch(reasons -> reasons.contains("FORBIDDEN")));
        assertEquals(List.of("ORGANIZATION_HAS_CHILDREN"), offered(Register.officer(), parent).get("dissolve"));
    }

    @Test
    void a_step_that_the_state_does_not_have_is_refused() {
        // Given
        var preparing = Register.committee();
        // When, Then
        for (var step : List.of("merge", "dissolve", "restore", "close")) {
            Register.refused(Turn.of(preparing, step, "2016-03-01", Turn.because(REASON)), 409,
                    "TRANSITION_NOT_AVAILABLE");
        }
    }

    @Test
    void nobody_is_on_the_roll_of_a_branch_that_was_dissolved_meanwhile() {
        // Given
        var branch = Turn.emptyBranch(Register.committee());
        var etag = Turn.etag(branch);
        // When
        var answers = Race.of(6, i -> i == 0
                ? Turn.from(etag, Register.officer(), branch, "dissolve", "2016-03-01", Turn.because("撤销"))
                : Register.post(MEMBERS, MemberText.full(branch.id())));
        // Then
        boolean dissolved = answers.get(0).statusCode() == 200;
        long enrolled = answers.stream().skip(1).filter(answer -> answer.statusCode() == 201).count();
        assertTrue(!dissolved || enrolled == 0,
                answers.stream().map(answer -> answer.asString()).collect(Collectors.joining("\n")));
    }

    /** What stands against each step that is offered; nothing when it may be taken. */
    private static Map<String, List<String>> offered(String caller, Register.Organization organization) {
        List<Map<String, Object>> steps = Register
                .get(caller, ORGANIZATIONS + "/" + organization.id() + "/transitions").path("transitions");
        return steps.stream().collect(Collectors.toMap(step -> (String) step.get("name"), step -> reasons(step)));
    }

    @SuppressWarnings("unchecked")
    private static List<String> reasons(Map<String, Object> step) {
        return ((List<Map<String, Object>>) step.get("reasons")).stream().map(reason -> (String) reason.get("code"))
                .toList();
    }
}
