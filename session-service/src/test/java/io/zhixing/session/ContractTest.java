package io.zhixing.session;

import java.util.Map;
import java.util.stream.Stream;

import io.quarkus.test.junit.QuarkusTest;
import io.zhixing.platform.testing.contract.ContractRules;
import io.zhixing.platform.testing.database.SchemaRules;
import io.zhixing.platform.testing.event.EventRules;
import io.zhixing.session.study.SessionSamples;
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
        return SchemaRules.checks(Map.of("attendance_session_fk", "attendance is written with its session",
                "lecture_session_fk", "lectures are written with their session",
                "study_session_past_session_fk", "a session is never deleted",
                "attendance_past_session_fk", "attendance becomes a former one with its session",
                "lecture_past_session_fk", "lectures become former ones with their session"));
    }

    @TestFactory
    Stream<DynamicTest> events() {
        return EventRules.checks(SessionSamples.all());
    }
}
