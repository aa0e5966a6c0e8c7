package io.zhixing.platform.testing.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

/** Everything of io.zhixing on the class path but tests, read once a run: it takes seconds, and several rules ask. */
public final class HouseClasses {

    private static final String TEST_SUPPORT = "io.zhixing.platform.testing";

    private HouseClasses() {}

    public static JavaClasses all() {
        return Read.CLASSES;
    }

    /** What a service runs: all but this module. */
    static JavaClasses inProduction() {
        return all().that(DescribedPredicate.describe("no test support",
                type -> !isOf(TEST_SUPPORT, type)));
    }

    private static boolean isOf(String name, JavaClass type) {
        return type.getPackageName().equals(name) || type.getPackageName().startsWith(name + ".");
    }

    /** Read when somebody asks. */
    private static final class Read {

        static final JavaClasses CLASSES = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("io.zhixing");
    }
}
