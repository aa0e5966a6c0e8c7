package io.zhixing.organization.search;

import io.zhixing.organization.member.MemberView;
import io.zhixing.organization.member.Members;
import io.zhixing.organization.structure.OrganizationView;
import io.zhixing.organization.structure.Organizations;
import io.zhixing.platform.list.Listing;

/** Rows found by a pair of neighbouring characters of their name, in the order of the tree. */
final class NamesFound {

    /** Most names have the same pairs: they are read inside the range of the scope, in the order of their index. */
    static final Listing<OrganizationView> ORGANIZATIONS = Organizations.LISTING
            .from("organization_name_gram g join party_organization o on o.id = g.organization_id")
            .scopedBy("g.organization_path")
            .orderedBy("organization", "g.organization_path", "text", "g.organization_id", "uuid")
            .filter("gram", "g.gram = ?")
            .filter("name", "strpos(o.name, ?) > 0");

    /** No index has this expression: else a name that is rare below a county would be sought by reading all its members. */
    private static final String PLACE = "(m.organization_path || '')";

    /** Few members have the same pair: where each of them stands is asked by his key. */
    static final Listing<MemberView> MEMBERS = Members.LISTING
            .from("member_name_gram g join party_member m on m.id = g.member_id")
            .scopedBy(PLACE)
            .orderedBy("organization", PLACE, "text", "m.id", "uuid")
            .filter("gram", "g.gram = ?")
            .filter("name", "strpos(m.name, ?) > 0");

    private NamesFound() {}
}
