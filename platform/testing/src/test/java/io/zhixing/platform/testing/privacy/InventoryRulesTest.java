package io.zhixing.platform.testing.privacy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.zhixing.platform.testing.contract.Contract;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InventoryRulesTest {

    private static final String HEADER = "kind,service,holder,fields,class,text,purpose,retention,mask\r\n";
    private static final String WHOLE = HEADER + """
            table,*,*,*id *instant *version,internal,,to tell apart,register,
            table,bakery,customer,name,sensitive,name,to call out,register,none
            table,bakery,customer,remark,sensitive,free,to remember,register,none
            table,bakery,bread,kind weight,public,,to sell,register,
            contract,bakery,Order,remark,sensitive,free,to remember,register,none
            contract,bakery,Order,kind,public,code,to sell,register,
            event,bakery,bread-baked.v1,breadId kind,public,,to tell,for ever,
            """;
    private static final List<Field> COLUMNS = List.of(column("customer", "id", Field.Form.ID),
            column("customer", "name", Field.Form.OPEN_TEXT), column("customer", "remark", Field.Form.OPEN_TEXT),
            column("bread", "kind", Field.Form.OPEN_TEXT), column("bread", "weight", Field.Form.OTHER),
            column("bread", "baked_at", Field.Form.INSTANT));
    private static final List<Field> PROPERTIES = List.of(property("Order", "remark"), property("Order", "kind"));
    private static final List<Field> EVENTS = List.of(event("breadId"), event("kind"));

    @Test
    void a_whole_inventory_has_no_fault() {
        assertEquals(List.of(), failed(WHOLE, COLUMNS, PROPERTIES, EVENTS));
    }

    @Test
    void a_field_that_is_not_declared_is_found_in_tables_contract_and_events() {
        assertEquals(List.of("D-6 every column of every table stands in the inventory"),
                failed(WHOLE, with(COLUMNS, column("customer", "phone", Field.Form.OPEN_TEXT)), PROPERTIES, EVENTS));
        assertEquals(List.of("D-6 every property of the contract stands in the inventory"),
                failed(WHOLE, COLUMNS, with(PROPERTIES, property("Customer", "name")), EVENTS));
        assertEquals(List.of("D-6 every property of an event stands in the inventory"),
                failed(WHOLE, COLUMNS, PROPERTIES, with(EVENTS, event("customerName"))));
    }

    @Test
    void a_declared_field_that_is_gone_is_found() {
        assertEquals(List.of("D-6 nothing stands in the inventory that is no more"),
                failed(WHOLE, COLUMNS.subList(0, 4), PROPERTIES, EVENTS));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "table,bakery,customer,phone,sensitive,,to call,register,        | say how a sensitive field is shown",
            "table,bakery,customer,phone,known,,to call,register,none        | class is not one of",
            "table,bakery,customer,phone,personal,,,register,none            | purpose and retention must be said",
            "table,bakery,customer,letter,internal,free,to write,register,   | at least personal",
            "table,*,*,phone,internal,,to call,register,                     | only ids, versions and instants",
            "table,bakery,customer,*id,personal,,to call,register,none       | a field that is more than internal is named",
            "table,bakery,bread,kind,public,,to sell,register,               | stands in line 5 already"})
    void a_row_that_says_too_little_or_covers_too_much_is_found(String row, String fault) {
        // When
        var faults = Inventory.of(WHOLE + row + "\r\n").faults();
        // Then
        assertEquals(1, faults.size(), faults.toString());
        assertTrue(faults.get(0).contains(fault), faults.toString());
    }

    @Test
    void a_free_text_that_is_not_marked_or_leaves_by_an_event_is_found() {
        // Given
        var unmarked = WHOLE.replace("Order,remark,sensitive,free", "Order,remark,sensitive,");
        var spoken = WHOLE + "event,bakery,bread-baked.v1,remark,internal,,to tell,for ever,\r\n";
        // When, Then
        assertEquals(List.of("D-7 each text that callers may write freely is marked as a code, a name or free text"),
                failed(unmarked, COLUMNS, PROPERTIES, EVENTS));
        assertEquals(List.of("D-7 no event has a free text or anything secret"),
                failed(spoken, COLUMNS, PROPERTIES, with(EVENTS, event("remark"))));
    }

    @Test
    void parts_of_an_event_and_the_schemas_behind_a_request_are_met() throws Exception {
        // Given
        var schema = new ObjectMapper().readTree("""
                {"properties":{"breadId":{"type":"string","format":"uuid"},
                 "slices":{"type":"array","items":{"properties":{"remark":{"type":"string"}}}}}}""");
        var contract = Contract.of("""
                paths:
                  /bakery/v1/orders:
                    post:
                      requestBody:
                        content:
                          application/json:
                            schema: {$ref: '#/components/schemas/Order'}
                components:
                  schemas:
                    Order: {properties: {lines: {type: array, items: {$ref: '#/components/schemas/Line'}}}}
                    Line: {properties: {remark: {type: string}, count: {type: integer}}}
                    Answer: {properties: {price: {type: integer}}}
                """);
        // When
        var parts = FoundFields.eventProperties("bakery", "bread-baked.v1", schema).toList();
        // Then
        assertEquals(List.of("event,bakery,bread-baked.v1,breadId", "event,bakery,bread-baked.v1,slices",
                "event,bakery,bread-baked.v1,slices.remark"), parts.stream().map(Field::toString).toList());
        assertEquals(Field.Form.ID, parts.get(0).form());
        assertEquals(Field.Form.OPEN_TEXT, parts.get(2).form());
        assertEquals(Set.of("Order", "Line"), InventoryRules.requested(contract));
        assertEquals(
                List.of("contract,bakery,Order,lines", "contract,bakery,Line,remark", "contract,bakery,Line,count",
                        "contract,bakery,Answer,price"),
                FoundFields.properties(contract, "bakery").stream().map(Field::toString).toList());
    }

    private static List<String> failed(String inventory, List<Field> columns, List<Field> properties,
            List<Field> events) {
        var failed = new ArrayList<String>();
        InventoryRules.of(Inventory.of(inventory), "bakery").checks(columns, properties, events, Set.of("Order"))
                .forEach(check -> {
                    try {
                        check.getExecutable().execute();
                    } catch (Throwable found) {
                        failed.add(check.getDisplayName());
                    }
                });
        return failed;
    }

    private static <T> List<T> with(List<T> some, T another) {
        var all = new ArrayList<>(some);
        all.add(another);
        return all;
    }

    private static Field column(String table, String name, Field.Form form) {
        return new Field(Field.Kind.TABLE, "bakery", table, name, form);
    }

    private static Field property(String schema, String name) {
        return new Field(Field.Kind.CONTRACT, "bakery", schema, name, Field.Form.OPEN_TEXT);
    }

    private static Field event(String name) {
        return new Field(Field.Kind.EVENT, "bakery", "bread-baked.v1", name, Field.Form.OTHER);
    }
}
