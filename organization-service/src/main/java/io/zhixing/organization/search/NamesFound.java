package io.zhixing.organization.search;

import io.zhixing.organization.member.MemberView;
import io.zhixing.organization.member.Members;
import io.zhixing.organization.structure.OrganizationView;
import io.zhixing.organization.structure.Organizations;
import io.zhixing.platform.list.Listing;

/** Rows found by a pair of neighbouring characters, inside the range of the scope and in the order of its index. */
final class NamesFound {

    static final Listing<OrganizationView> ORGANIZATIONS = Organizations.LISTING
            .from("name_gram g join party_organization o on o.id = g.resource_id")
            .scopedBy("g.organization_path")
            .orderedBy("organization", "g.organization_path", "text", "g.resource_id", "uuid")
            .where("g.resource_type = 'organization'")
            .filter("gram", "g.gram = ?")
            .filter("name", "strpos(o.name, ?) > 0");

    static final Listing<MemberView> MEMBERS = Members.LISTING
            .from("name_gram g join party_member m on m.id = g.resource_id")
            .scopedBy("g.organization_path")
            .orderedBy("organization", "g.organization_path", "text", "g.resource_id", "uuid")
            .where("g.resource_type = 'member'")
            .filter("gram", "g.gram = ?")
            .filter("name", "strpos(m.name, ?) > 0");

    private NamesFound() {}
}
