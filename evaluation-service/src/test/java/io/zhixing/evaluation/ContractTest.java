package io.zhixing.evaluation;

import static java.util.Map.entry;

import java.util.Map;
import java.util.stream.Stream;

import io.quarkus.test.junit.QuarkusTest;
import io.zhixing.evaluation.appraisal.EvaluationSamples;
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
                entry("appraisal_round_supersedes_fk", "the superseded round has been read"),
                entry("appraisal_round_study_rule_fk", "rules come with migrations"),
                entry("appraisal_round_cap_rule_fk", "rules come with migrations"),
                entry("appraisal_round_counts", "counted from a sheet that covers the roll once"),
                entry("roll_entry_round_fk", "written with its round"),
                entry("appraisal_round_fk", "written from its round"),
                entry("appraisal_supersedes_fk", "written from what it supersedes"),
                entry("appraisal_once_a_round", "a round is confirmed once"),
                entry("appraisal_grade_or_reason", "copied from the proposal"),
                entry("evaluation_rule_severity", "rules come with migrations"),
                entry("evaluation_rule_certainty", "rules come with migrations"),
                entry("evaluation_rule_once", "rules come with migrations")));
    }

    @TestFactory
    Stream<DynamicTest> events() {
        return EventRules.checks(EvaluationSamples.all());
    }
}
