package io.zhixing.organization.structure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class OrganizationPathTest {

    @Test
    void the_office_of_a_county_sits_at_its_level_or_as_near_as_the_tree_has_it() {
        assertEquals("/0001/0002/", OrganizationPath.county("/0001/0002/0003/0004/"));
        assertEquals("/0001/0002/", OrganizationPath.county("/0001/0002/"));
        assertEquals("/0001/", OrganizationPath.county("/0001/"));
    }
}
