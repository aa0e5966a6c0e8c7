package io.zhixing.organization;

import static io.zhixing.organization.Register.GROUPS;
import static io.zhixing.organization.Register.POSTS;
import static io.zhixing.organization.Register.TERMS;
import static io.zhixing.organization.Register.memberAddress;
import static io.zhixing.organization.Register.officer;
import static io.zhixing.organization.Register.refused;
import static io.zhixing.organization.Register.stepOf;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.function.Function;
import java.util.stream.Stream;

import io.quarkus.test.junit.QuarkusTest;
import io.zhixing.platform.testing.token.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Steps of organizations on a day in the past are judged by that day and all that followed, not by today alone. */
@QuarkusTest
class PastStepsTest {

    private static final String EARLIER = "2016-02-01";
    private static final String ENDED = "2016-05-01";

    private Register.Organization committee;

    @BeforeEach
    void settle() {
        committee = Register.committee();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("held")
    void an_organization_is_not_dissolved_before_what_it_held_had_ended(String what,
            Function<Register.Organization, Register.Organization> until) {
        // Given
        var organization = until.apply(committee);
        var before = Stored.below(committee);
        // When
        var early = Turn.by(office(), organization, "dissolve", EARLIER, Turn.because("撤销"));
        var afterEarly = Stored.below(committee);
        var then = Turn.by(office(), organization, "dissolve", ENDED, Turn.because("撤销"));
        // Then
        refused(early, 422, "DAYS_INCONSISTENT");
        assertEquals(before, afterEarly);
        then.then().statusCode(200);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("held")
    void an_organization_is_not_merged_before_what_it_held_had_ended(String what,
            Function<Register.Organization, Register.Organization> until) {
        // Given
        var organization = until.apply(committee);
        var successor = what.equals("a child")
                ? Turn.active(Register.below(committee, "PRIMARY_COMMITTEE"))
                : Turn.emptyBranch(committee);
        var before = Stored.below(committee);
        // When
        var early = Turn.by(office(), organization, "merge", EARLIER, Turn.into(successor));
        var afterEarly = Stored.below(committee);
        var then = Turn.by(office(), organization, "merge", ENDED, Turn.into(successor));
        // Then
        refused(early, 422, "DAYS_INCONSISTENT");
        assertEquals(before, afterEarly);
        then.then().statusCode(200);
    }

    static Stream<Arguments> held() {
        return Stream.of(
                held("a roll", within -> {
                    var branch = Turn.emptyBranch(within);
                    end(memberAddress(Register.member(branch)), "record-death");
                    return branch;
                }),
                held("a post", within -> {
                    var branch = Turn.emptyBranch(within);
                    var elsewhere = Register.member(Register.branch());
                    end(POSTS + "/" + made(POSTS, Register.secretary(elsewhere, branch, "2014-03-01")), "leave");
                    return branch;
                }),
                held("a term", within -> {
                    var branch = Turn.emptyBranch(within);
                    end(TERMS + "/" + made(TERMS, Register.term(branch, 1, "2014-03-01", 3)), "end");
                    return branch;
                }),
                held("a group", within -> {
                    var branch = Turn.emptyBranch(within);
                    end(GROUPS + "/" + made(GROUPS, Register.groupOf(branch, "第一党小组")), "close");
                    return branch;
                }),
                held("a child", within -> {
                    var superior = Turn.active(Register.below(within, "PRIMARY_COMMITTEE"));
                    var child = Register.below(superior, "BRANCH");
                    Turn.taken(child, "reassign", ENDED, Turn.under(Register.committee()));
                    return superior;
                }));
    }

    @Test
    void a_branch_becomes_nothing_else_before_its_roll_had_ended() {
        // Given
        var branch = Turn.emptyBranch(committee);
        end(memberAddress(Register.member(branch)), "record-death");
        var before = Stored.below(committee);
        // When
        var early = Turn.of(branch, "change-type", EARLIER, Turn.because("升格").with("type", "GENERAL_BRANCH"));
        var afterEarly = Stored.below(committee);
        var then = Turn.of(branch, "change-type", ENDED, Turn.because("升格").with("type", "GENERAL_BRANCH"));
        // Then
        refused(early, 422, "DAYS_INCONSISTENT");
        assertEquals(before, afterEarly);
        then.then().statusCode(200);
    }

    @Test
    void a_superior_has_no_type_that_its_children_of_that_day_may_not_stand_under() {
        // Given
        var child = Turn.emptyBranch(committee);
        Turn.taken(child, "dissolve", ENDED, Turn.because("撤销"));
        var before = Stored.below(committee);
        // When
        var early = Turn.of(committee, "change-type", EARLIER, Turn.because("升格").with("type", "LOCAL_COMMITTEE"));
        var afterEarly = Stored.below(committee);
        var then = Turn.of(committee, "change-type", ENDED, Turn.because("升格").with("type", "LOCAL_COMMITTEE"));
        // Then
        refused(early, 422, "ORGANIZATION_TYPE_NOT_UNDER_PARENT");
        assertEquals(before, afterEarly);
        then.then().statusCode(200);
    }

    @Test
    void nothing_is_restored_below_a_superior_of_a_type_under_which_it_may_not_stand() {
        // Given
        var branch = Turn.emptyBranch(committee);
        Turn.taken(branch, "dissolve", EARLIER, Turn.because("撤销"));
        Turn.taken(committee, "change-type", "2016-03-01", Turn.because("升格").with("type", "LOCAL_COMMITTEE"));
        var before = Stored.below(committee);
        // When
        var answer = Turn.of(branch, "restore", ENDED, Turn.because("恢复"));
        // Then
        refused(answer, 422, "ORGANIZATION_TYPE_NOT_UNDER_PARENT");
        assertEquals(before, Stored.below(committee));
    }

    @Test
    void nothing_is_restored_on_a_day_on_which_its_superior_was_gone() {
        // Given
        var superior = Turn.active(committee);
        var branch = Turn.emptyBranch(superior);
        Turn.taken(branch, "dissolve", EARLIER, Turn.because("撤销"));
        Turn.taken(superior, "dissolve", "2016-03-01", Turn.because("撤销"));
        Turn.taken(superior, "restore", ENDED, Turn.because("恢复"));
        var before = Stored.below(committee);
        // When
        var early = Turn.of(branch, "restore", "2016-04-30", Turn.because("恢复"));
        var afterEarly = Stored.below(committee);
        var then = Turn.of(branch, "restore", ENDED, Turn.because("恢复"));
        // Then
        refused(early, 409, "SUPERIOR_NOT_IN_PLACE");
        assertEquals(before, afterEarly);
        then.then().statusCode(200);
    }

    /** The superior's, which sees no more than what stands below it today. */
    private String office() {
        return Tokens.of("CAMPAIGN_OFFICER", committee.code());
    }

    private static String made(String list, Body body) {
        return Register.setUp().post(list, body).id();
    }

    private static void end(String address, String step) {
        Register.taken(officer(), address, stepOf(step, ENDED).with("comment", "到期"));
    }

    private static Arguments held(String what, Function<Register.Organization, Register.Organization> until) {
        return Arguments.of(what, until);
    }
}
