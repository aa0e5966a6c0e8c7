package io.zhixing.organization;

import static io.zhixing.organization.Register.refused;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import io.quarkus.test.junit.QuarkusTest;
import io.zhixing.platform.testing.database.Database;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A move as of an earlier day writes over nothing that came after that day. */
@QuarkusTest
class MoveIntoThePastTest {

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"within it", "into it", "out of it"})
    void what_moved_later_than_its_superior_is_moved_keeps_its_past(String where) {
        // Given
        var committee = Register.committee();
        var town = Register.below(committee, "PRIMARY_COMMITTEE");
        var inner = Register.below(town, "PRIMARY_COMMITTEE");
        var aside = Register.below(committee, "PRIMARY_COMMITTEE");
        var branch = Register.below(where.equals("into it") ? aside : inner, "BRANCH");
        Turn.taken(branch, "reassign", "2016-05-01", Turn.under(switch (where) {
            case "within it" -> town;
            case "into it" -> inner;
            default -> aside;
        }));
        var before = Stored.below(committee);
        var past = past(branch);
        // When
        var early = Turn.of(town, "reassign", "2016-04-30", Turn.under(Register.committee()));
        var afterEarly = past(branch);
        var afterRefusal = Stored.below(committee);
        var sameDay = Turn.of(town, "reassign", "2016-05-01", Turn.under(Register.committee()));
        // Then
        refused(early, 422, "DAYS_INCONSISTENT");
        early.then().body("errors.pointer", is(List.of("/on")));
        assertEquals(before, afterRefusal);
        assertEquals(past, afterEarly);
        sameDay.then().statusCode(200);
        assertEquals(past.get(0), past(branch).get(0));
    }

    @Test
    void nothing_stands_below_a_superior_before_it_was_there_itself() {
        // Given
        var committee = Register.committee();
        var restored = Turn.active(Register.below(committee, "PRIMARY_COMMITTEE"));
        Turn.taken(restored, "dissolve", "2016-03-01", Turn.because("撤销"));
        Turn.taken(restored, "restore", "2016-05-01", Turn.because("恢复"));
        var town = Register.below(committee, "PRIMARY_COMMITTEE");
        var setUpLate = Register.below(town, "PRIMARY_COMMITTEE", "2016-05-01");
        Turn.taken(town, "reassign", "2016-02-01", Turn.under(Register.committee()));
        var moved = Register.below(committee, "PRIMARY_COMMITTEE");
        Turn.taken(moved, "reassign", "2016-05-01", Turn.under(Register.committee()));
        var enteredLate = Register.below(new Register.Organization(moved.id(), code(moved), null),
                "PRIMARY_COMMITTEE");
        var branch = Register.below(committee, "BRANCH");
        var before = Stored.below(committee);
        for (var superior : List.of(restored, new Register.Organization(setUpLate.id(), code(setUpLate), null),
                enteredLate)) {
            // When
            var early = Turn.of(branch, "reassign", "2016-04-30", Turn.under(superior));
            // Then
            refused(early, 422, "DAYS_INCONSISTENT");
        }
        assertEquals(before, Stored.below(committee));
        Turn.taken(branch, "reassign", "2016-05-01", Turn.under(enteredLate));
    }

    /** Since a move it has another code than when it was made. */
    private static String code(Register.Organization organization) {
        return Turn.read(organization).path("code");
    }

    /** Where it stood from which day on. */
    private static List<String> past(Register.Organization organization) {
        return Database.asOwner().query(
                "select valid_from || ' ' || path_then from organization_period where organization_id = ?::uuid order by valid_from",
                row -> row.getString(1), organization.id());
    }
}
