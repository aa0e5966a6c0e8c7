package io.zhixing.platform.testing.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;

class SchemaRulesTest {

    private static final String TREE = "create table tree (id int constraint tree_pk primary key, name text not null)";
    private static final String FRUIT = """
            create table fruit (id int constraint fruit_pk primary key,
              tree int constraint fruit_of_tree references tree (id),
              weight int constraint fruit_has_weight check (weight > 0),
              label text constraint fruit_label_once unique)""";

    @Test
    void a_schema_whose_constraints_are_all_mapped_passes() {
        // When
        var faults = faults(Set.of("fruit_of_tree", "fruit_has_weight", "fruit_label_once"), Map.of(), TREE, FRUIT);
        // Then
        assertEquals(List.of(), faults);
    }

    @Test
    void an_unmapped_constraint_of_each_kind_is_found() {
        // When
        var faults = faults(Set.of(), Map.of(), TREE, FRUIT, "create unique index tree_name_once on tree (lower(name))",
                "create extension btree_gist",
                "create table stay (r daterange, constraint stay_once exclude using gist (r with &&))");
        // Then
        assertEquals(1, faults.size());
        for (var name : List.of("fruit_of_tree", "fruit_has_weight", "fruit_label_once", "tree_name_once",
                "stay_once")) {
            assertTrue(faults.get(0).contains(name + " of table"), faults.get(0));
        }
    }

    @Test
    void a_constraint_that_cannot_be_broken_is_exempt_by_name_and_reason() {
        // When
        var faults = faults(Set.of("fruit_of_tree", "fruit_has_weight"),
                Map.of("fruit_label_once", "labels are made by the server"), TREE, FRUIT);
        // Then
        assertEquals(List.of(), faults);
    }

    @Test
    void a_mapped_name_that_no_constraint_has_is_found() {
        // When
        var faults = faults(Set.of("tree_falls"), Map.of(), TREE);
        // Then
        assertTrue(faults.get(0).contains("tree_falls is no constraint of this schema"), faults.toString());
    }

    @Test
    void a_name_that_postgresql_made_up_is_found() {
        // When
        var faults = faults(Set.of("nut_tree_fkey"), Map.of(), TREE,
                "create table nut (id int, tree int references tree (id))");
        // Then
        assertTrue(faults.get(0).contains("nut_tree_fkey of table nut has no name of its own"), faults.toString());
    }

    @Test
    void a_table_with_a_path_and_no_row_security_is_found() {
        // When
        var faults = faults(Set.of(), Map.of(), "create table leaf (organization_path text)");
        // Then
        assertTrue(faults.get(0).contains("table leaf: enabled false, forced false, policy false"), faults.toString());
    }

    @Test
    void a_table_that_names_a_member_or_refers_to_one_that_does_is_found() {
        // When
        var faults = faults(Set.of("bite_of_leaf"), Map.of(),
                "create table leaf (id int constraint leaf_pk primary key, picked_by_member_id uuid)",
                "create table bite (leaf int constraint bite_of_leaf references leaf (id))");
        // Then
        assertTrue(faults.get(0).contains("table bite: enabled false"), faults.toString());
        assertTrue(faults.get(0).contains("table leaf: enabled false"), faults.toString());
    }

    @Test
    void a_table_without_row_security_is_let_pass_by_name_and_reason_alone() {
        // Given
        var database = SampleDatabase.fresh("create table leaf (organization_id uuid)");
        // When
        var faults = SchemaRules.checks(database, Set::of, Map.of(), Map.of(), Map.of("leaf", "they fall anyway"))
                .map(SchemaRulesTest::messageOf).filter(message -> !message.isEmpty()).toList();
        // Then
        assertEquals(List.of(), faults);
    }

    @Test
    void row_security_without_a_policy_passes_where_nobody_has_a_right_and_no_further() {
        // Given
        var closed = new String[]{"create table leaf (organization_id uuid)",
                "alter table leaf enable row level security", "alter table leaf force row level security"};
        // When
        var shut = faults(Set.of(), Map.of(), closed);
        var granted = faults(Set.of(), Map.of(), closed[0], closed[1], closed[2], "grant select on leaf to public");
        // Then
        assertEquals(List.of(), shut);
        assertTrue(granted.get(0).contains("table leaf: enabled true, forced true, policy false"), granted.toString());
    }

    @Test
    void row_security_that_the_owner_escapes_is_found() {
        // When
        var faults = faults(Set.of(), Map.of(), "create table leaf (organization_path text)",
                "alter table leaf enable row level security", "create policy all_of_it on leaf using (true)");
        // Then
        assertTrue(faults.get(0).contains("table leaf: enabled true, forced false, policy true"), faults.toString());
    }

    @Test
    void a_guarded_table_passes() {
        // When
        var faults = faults(Set.of(), Map.of(), "create table leaf (organization_path text)",
                "alter table leaf enable row level security", "alter table leaf force row level security",
                "create policy all_of_it on leaf using (true)");
        // Then
        assertEquals(List.of(), faults);
    }

    private static List<String> faults(Set<String> mapped, Map<String, String> neverBroken, String... statements) {
        var database = SampleDatabase.fresh(statements);
        return SchemaRules.checks(database, () -> mapped, neverBroken).map(SchemaRulesTest::messageOf)
                .filter(message -> !message.isEmpty()).toList();
    }

    private static String messageOf(DynamicTest check) {
        try {
            check.getExecutable().execute();
            return "";
        } catch (AssertionFailedError red) {
            return red.getMessage();
        } catch (Throwable unexpected) {
            throw new IllegalStateException(unexpected);
        }
    }
}
