package io.zhixing.city.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SampleCityTest {

    private static final Map<Double, SampleCity> CITIES = new ConcurrentHashMap<>();

    /** The city of seed 1, generated once: at full size it takes seconds. */
    private static SampleCity city(double scale) {
        return CITIES.computeIfAbsent(scale, size -> SampleCity.of(1, size));
    }

    @ParameterizedTest
    @CsvSource({"0.05, 444, 9000, 3785, 1500, 77", "0.2, 1777, 36000, 15140, 6000, 310",
            "1, 8885, 180000, 75700, 30000, 1548"})
    void has_the_articles_numbers_times_the_scale(double scale, String organizations, String members, String sessions,
            String lectures, int villages) {
        // When
        var city = city(scale);

        // Then
        var figures = Expectations.of(city);
        assertEquals(organizations, figures.get("ORG_COUNT"));
        assertEquals(members, figures.get("MEMBER_COUNT"));
        assertEquals(sessions, figures.get("SESSION_COUNT"));
        assertEquals(lectures, figures.get("SECRETARY_LECTURE_COUNT"));
        assertEquals(115 + villages, city.divisions().all().size());
    }

    @Test
    void has_the_articles_appraisal_and_money_at_full_size() {
        // When
        var figures = Expectations.of(city(1));

        // Then
        assertEquals("175955", figures.get("APPRAISAL_GRADED_COUNT"));
        assertEquals("170329", figures.get("QUALIFIED_OR_ABOVE_COUNT"));
        assertEquals("96.80", figures.get("QUALIFIED_OR_ABOVE_RATE"));   // the article prints 96.81, its counts say 96.80
        assertEquals("2640000000", figures.get("SPECIAL_FUND_ALLOCATED"));
        assertEquals("18700000000", figures.get("PROJECT_INVESTED"));
        assertEquals("5749", figures.get("PROJECT_COUNT"));
        assertEquals("33200000000", figures.get("PENSION_RETAINED_DISTRIBUTED"));
        assertEquals("4618870000", figures.get("COMPENSATION_ARREARS_SETTLED"));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.001, 0.01, 0.05, 1})
    void says_of_everyone_on_a_roll_what_he_was_graded_and_nowhere_exceeds_the_cap(double scale) {
        // When
        var city = city(scale);

        // Then
        var rolls = city.members().stream().collect(Collectors.groupingBy(one -> one.branch().index()));
        for (var appraisal : city.appraisals()) {
            var roll = rolls.getOrDefault(appraisal.branch().index(), List.of()).stream()
                    .filter(one -> one.isOnRoll(Campaign.APPRAISED_ON)).toList();
            assertEquals(roll, appraisal.verdicts().stream().map(Appraisal.Verdict::member).toList());
            var excellent = appraisal.verdicts().stream()
                    .filter(verdict -> verdict.grade() == Appraisal.Grade.EXCELLENT).count();
            assertTrue(excellent <= roll.stream().filter(Member::isFull).count() / 3, appraisal.branch().code());
            assertTrue(appraisal.verdicts().stream()
                    .allMatch(verdict -> (verdict.grade() == null) == (verdict.ungradedReason() != null)));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.001, 0.01, 1})
    void gives_out_no_more_than_a_source_has_and_budgets_exactly_what_was_allocated(double scale) {
        // When
        var funding = city(scale).funding();

        // Then
        for (var source : funding.sources()) {
            var given = funding.allocations().stream().filter(one -> one.source() == source)
                    .mapToLong(Funding.Allocation::amountFen).sum();
            assertTrue(given > 0 && given <= source.appropriationFen(), source.code());
        }
        for (var allocation : funding.allocations()) {
            assertEquals(allocation.amountFen(), funding.projects().stream().flatMap(one -> one.budget().stream())
                    .filter(part -> part.allocation() == allocation).mapToLong(Funding.BudgetPart::amountFen)
                    .sum());
        }
        for (var project : funding.projects()) {
            assertTrue(project.settles().isEmpty() || project.budgetFen() == project.settles().stream()
                    .mapToLong(Funding.Obligation::dueFen).sum(), project.code());
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.001, 0.05, 1})
    void has_one_running_term_of_each_committee_and_none_overdue_at_the_end_of_the_campaign(double scale) {
        // When
        var city = city(scale);

        // Then
        var running = city.terms().stream().filter(term -> term.endedOn() == null)
                .collect(Collectors.groupingBy(Term::organization, Collectors.counting()));
        for (var one : city.organizations()) {
            boolean elected = one.type() != Organization.Type.WORKING_COMMITTEE
                    && one.type() != Organization.Type.LEADING_GROUP;
            assertEquals(elected ? 1 : null, running.get(one) == null ? null : running.get(one).intValue(), one.code());
        }
        assertEquals(0, city.terms().stream().filter(term -> term.isOverdueOn(Campaign.TO)).count());
        assertTrue(scale < 0.05 || city.terms().stream().anyMatch(term -> term.isOverdueOn(Campaign.FROM)));
        assertTrue(scale < 0.05 || city.terms().stream().anyMatch(term -> term.postponedUntil() != null));
        assertTrue(city.terms().stream().noneMatch(
                term -> term.electedOn().isBefore(term.organization().establishedOn())));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.05, 1})
    void takes_dues_of_everybody_accounts_for_everybody_on_the_roll_and_has_transfers_in_every_state(double scale) {
        // When
        var city = city(scale);

        // Then
        assertEquals(city.members(), city.dues().stream().map(DuesRecord::member).toList());
        assertEquals(city.members().stream().filter(one -> one.isOnRoll(Findings.FROM)).toList(),
                city.findings().stream().map(Finding::member).toList());
        assertEquals(Set.of(Transfer.End.values()),
                city.transfers().stream().map(Transfer::end).collect(Collectors.toSet()));
        assertDistinct(Stream.of(city.transfers().stream().map(Transfer::member),
                city.stays().floating().stream().map(Stay::member),
                city.stays().residences().stream().map(Stay::member)).flatMap(all -> all));
        assertTrue(city.transfers().stream().noneMatch(one -> city.posts().all().stream()
                .anyMatch(post -> post.holder().equals(one.member()))));
    }

    @Test
    void is_the_same_city_for_the_same_seed() {
        // When
        var first = text(SampleCity.of(7, 0.01));
        var again = text(SampleCity.of(7, 0.01));
        var other = text(SampleCity.of(8, 0.01));

        // Then
        assertEquals(first, again);
        assertNotEquals(first, other);
    }

    @Test
    void gives_no_identity_number_code_or_member_number_twice() {
        // When
        var city = city(1);

        // Then
        assertDistinct(city.members().stream().map(Member::idNumber));
        assertDistinct(city.members().stream().map(Member::memberNumber));
        assertDistinct(city.organizations().stream().map(Organization::code));
        assertDistinct(city.divisions().all().stream().map(Division::code));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.001, 0.01, 0.05, 1})
    void lets_every_branch_be_activated_and_every_organization_have_one_secretary(double scale) {
        // When
        var city = city(scale);

        // Then
        var founders = city.members().stream()
                .filter(one -> one.isFull() && !one.onRollFrom().isAfter(one.branch().establishedOn()))
                .collect(Collectors.groupingBy(Member::branch, Collectors.counting()));
        for (var organization : city.organizations()) {
            assertTrue(!organization.isBranch() || founders.get(organization) >= 3, organization.code());
            for (var day = Campaign.FROM; !day.isAfter(Campaign.TO); day = day.plusDays(60)) {
                var onDay = day;
                assertEquals(1,
                        city.posts().of(organization).stream().filter(post -> post.isHeldOn(onDay)).count());
            }
        }
    }

    @Test
    void keeps_the_shape_of_the_tree() {
        // When
        var city = city(1);

        // Then
        for (var one : city.organizations()) {
            if (one.parent() != null) {
                assertTrue(one.parent().index() < one.index() && one.isWithin(one.parent()), one.code());
                assertTrue(allowedParents(one.type()).contains(one.parent().type()), one.code());
                assertTrue(one.parent().establishedOn().isBefore(one.establishedOn()), one.code());
                assertEquals(one.parent().code().length() + 3, one.code().length(), one.code());
            }
            assertNotEquals("441284400", one.areaCode());
        }
    }

    @Test
    void accounts_for_everyone_on_the_roll_and_seats_nobody_twice() {
        // When
        var city = city(0.01);

        // Then
        for (var session : city.sessions()) {
            var rows = city.attendance().of(session);
            assertEquals(rows, city.attendance().of(session));
            assertDistinct(rows.stream().map(Attendance.Row::member));
            var due = rows.stream().filter(row -> row.state() != Attendance.State.GUEST).map(Attendance.Row::member)
                    .toList();
            assertEquals(city.members().stream()
                    .filter(one -> one.branch().equals(session.host()) && one.isOnRoll(session.heldOn())).toList(),
                    due);
        }
    }

    @Test
    void makes_it_matter_who_held_the_post_on_the_day() {
        // When
        var city = city(0.05);

        // Then
        var byFormerOrComing = city.sessions().stream().flatMap(session -> session.lectures().stream()
                .filter(lecture -> lecture.lecturer() != null
                        && !city.posts().isSecretaryOn(lecture.lecturer(), session.heldOn())
                        && city.posts().all().stream().anyMatch(post -> post.holder().equals(lecture.lecturer()))))
                .count();
        assertTrue(byFormerOrComing > 10, "only " + byFormerOrComing + " lectures depend on the day");
    }

    @ParameterizedTest
    @CsvSource({"99999919000101001, 5", "99999919000101004, X", "99999919000101006, 6"})
    void computes_the_check_character_of_an_id_number(String body, char expected) {
        assertEquals(expected, Fiction.checkCharacter(body));
    }

    private static List<Organization.Type> allowedParents(Organization.Type type) {
        return switch (type) {
            case LOCAL_COMMITTEE, WORKING_COMMITTEE, LEADING_GROUP -> List.of(Organization.Type.LOCAL_COMMITTEE);
            case PRIMARY_COMMITTEE -> List.of(Organization.Type.LOCAL_COMMITTEE, Organization.Type.WORKING_COMMITTEE,
                    Organization.Type.PRIMARY_COMMITTEE);
            case GENERAL_BRANCH -> List.of(Organization.Type.PRIMARY_COMMITTEE, Organization.Type.WORKING_COMMITTEE);
            case BRANCH -> List.of(Organization.Type.PRIMARY_COMMITTEE, Organization.Type.GENERAL_BRANCH,
                    Organization.Type.WORKING_COMMITTEE);
        };
    }

    private static void assertDistinct(Stream<?> values) {
        var seen = new HashSet<>();
        values.forEach(value -> assertTrue(seen.add(value), () -> value + " twice"));
    }

    private static String text(SampleCity city) {
        return city.divisions().all() + "\n" + city.organizations() + "\n" + city.members().stream()
                .map(one -> one + one.name() + one.idNumber()).toList() + "\n" + city.posts().all() + "\n"
                + city.sessions().stream().map(session -> session + "" + city.attendance().of(session)).toList() + "\n"
                + city.appraisals() + "\n" + city.funding().projects() + "\n" + city.terms() + city.dues()
                + city.stays().floating() + city.stays().residences() + city.transfers() + city.findings();
    }
}
