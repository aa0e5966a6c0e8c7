package io.zhixing.organization.transfer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;

class TransferWayTest {

    private static final String CITY = "/0001/";
    private static final String COUNTY = CITY + "0002/";
    private static final String TOWN = COUNTY + "0003/";
    private static final String BRANCH = TOWN + "0004/";

    @Test
    void within_one_committee_no_superior_is_left() {
        assertEquals(List.of(), way(TOWN + "0005/"));
    }

    @Test
    void to_another_town_the_town_is_left() {
        assertEquals(List.of(TOWN), way(COUNTY + "0009/0001/"));
    }

    @Test
    void to_another_county_town_and_county_are_left_and_not_the_city() {
        assertEquals(List.of(TOWN, COUNTY), way(CITY + "0008/0001/0001/"));
    }

    @Test
    void a_branch_right_below_the_city_is_reached_by_leaving_town_and_county() {
        assertEquals(List.of(TOWN, COUNTY), way(CITY + "0008/"));
    }

    @Test
    void out_of_the_register_superiors_approve_up_to_the_level_of_the_rule() {
        assertEquals(List.of(TOWN, COUNTY), TransferWay.of(BRANCH, null, 2).superiors());
        assertEquals(List.of(TOWN, COUNTY, CITY), TransferWay.of(BRANCH, null, 1).superiors());
        assertEquals(List.of(), TransferWay.of(COUNTY, null, 2).superiors());
    }

    @Test
    void each_superior_has_its_turn_from_below_upward() {
        // Given
        var way = TransferWay.of(BRANCH, null, 1);
        // When, Then
        assertEquals(List.of(TOWN, COUNTY, CITY),
                List.of(way.next(0, BRANCH), way.next(1, BRANCH), way.next(2, BRANCH)));
        assertFalse(way.isPassed(2));
        assertTrue(way.isPassed(3));
    }

    private static List<String> way(String receiver) {
        return TransferWay.of(BRANCH, receiver, 1).superiors();
    }
}
