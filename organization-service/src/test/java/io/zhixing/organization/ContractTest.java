package io.zhixing.organization;

import static java.util.Map.entry;

import java.util.Map;
import java.util.stream.Stream;

import io.quarkus.test.junit.QuarkusTest;
import io.zhixing.platform.testing.contract.ContractRules;
import io.zhixing.platform.testing.database.SchemaRules;
import io.zhixing.platform.testing.event.EventRules;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

@QuarkusTest
class ContractTest {

    @TestFactory
    Stream<DynamicTest> contract() {
        return ContractRules.checks();
    }

    @TestFactory
    Stream<DynamicTest> schema() {
        return SchemaRules.checks(Map.ofEntries(
                entry("party_organization_path_unique", "labels are given out under the parent's lock"),
                entry("party_organization_activation_known", "the step sets both"),
                entry("party_organization_state", "the state is the machine's"),
                entry("party_organization_successor", "the step sets both"),
                entry("organization_change_organization_fk", "written beside its organization"),
                entry("organization_period_days", "a trigger of the organization writes them"),
                entry("organization_period_open", "a trigger of the organization writes them"),
                entry("name_gram_type", "triggers write it"),
                entry("party_member_sex", "validated by the request"),
                entry("party_member_type", "an enum"),
                entry("roll_period_one_roll", "a member's first period is written with him"),
                entry("post_basis", "an enum"),
                entry("organization_rule_severity", "rules come with migrations"),
                entry("organization_rule_certainty", "rules come with migrations"),
                entry("organization_rule_once", "rules come with migrations"),
                entry("member_standing_ref_grade_or_reason", "the publisher's schema says the same")));
    }

    @TestFactory
    Stream<DynamicTest> events() {
        return EventRules.checks(OrganizationSamples.all());
    }
}
