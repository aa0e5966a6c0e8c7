package io.zhixing.sample;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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
        return SchemaRules.checks(Map.of("folder_code_unique", "folders are made by tests only",
                "folder_path_unique", "folders are made by tests only"));
    }

    @TestFactory
    Stream<DynamicTest> events() {
        return EventRules.checks(List.of(new Note.Written(UUID.fromString("01912d68-783e-7a0f-8000-0f54b3b0a4de"), 1,
                UUID.fromString("01912d68-783e-7a0f-8000-0f54b3b0a4df"), LocalDate.of(2016, 7, 1), "七一")));
    }
}
