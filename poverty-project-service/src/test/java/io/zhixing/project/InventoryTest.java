package io.zhixing.project;

import java.util.stream.Stream;

import io.quarkus.test.junit.QuarkusTest;
import io.zhixing.platform.testing.privacy.InventoryRules;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

@QuarkusTest
class InventoryTest {

    @TestFactory
    Stream<DynamicTest> inventory() {
        return InventoryRules.checks();
    }
}
