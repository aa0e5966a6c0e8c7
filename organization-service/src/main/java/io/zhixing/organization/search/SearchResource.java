package io.zhixing.organization.search;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.zhixing.organization.Roles;
import io.zhixing.organization.member.MemberView;
import io.zhixing.organization.structure.OrganizationView;
import io.zhixing.platform.list.ListParameters;
import io.zhixing.platform.list.Lists;
import io.zhixing.platform.list.Page;
import io.zhixing.platform.list.Query;
import io.zhixing.platform.problem.Place;
import io.zhixing.platform.problem.PlatformProblems;
import io.zhixing.platform.problem.ProblemException;
import io.zhixing.platform.retry.ReadOnly;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/v1/search")
@Tag(name = "检索 Search", description = "按名称片段检索，限调用方范围 By a fragment of a name, within the caller's scope")
public class SearchResource {

    private static final int SHORTEST = 2;
    private static final int LONGEST = 200;
    private static final String TWO_CHARACTERS = "^\\s*\\S.*\\S\\s*$";
    private static final String NAME = "名称片段，至少两个字 Fragment of the name, at least two characters";

    private final Lists lists;

    SearchResource(Lists lists) {
        this.lists = lists;
    }

    @GET
    @Path("/organizations")
    @ReadOnly
    @RolesAllowed({Roles.OFFICER, Roles.SECRETARY, Roles.CLERK, Roles.READER, Roles.SUPERVISOR, Roles.SYSTEM})
    @Produces({MediaType.APPLICATION_JSON, "text/csv", "application/x-ndjson"})
    @Operation(operationId = "searchOrganizations", summary = "检索党组织 / Search organizations", description = "名称中含有该片段的党组织，按组织树排列。Organizations whose name holds the fragment, in the order of the tree.")
    public Page<OrganizationView> organizations(@BeanParam ListParameters list, @RestQuery String organization,
            @RestQuery String directOnly, @Parameter(description = NAME, required = true) @RestQuery String name) {
        return lists.answer(NamesFound.ORGANIZATIONS, named(list.query().subtree(organization, directOnly), name));
    }

    @Schema(name = "MembersSought", description = "按姓名检索 Whom to look for", examples = "{\"name\":\"示例\"}")
    record Sought(
            @Schema(description = NAME, required = true) @NotNull @Size(max = LONGEST) @Pattern(regexp = TWO_CHARACTERS) String name) {}

    /** POST, because a person's name in an address would stand in every log on the way. */
    @POST
    @Path("/members")
    @ReadOnly
    @RolesAllowed({Roles.OFFICER, Roles.SECRETARY, Roles.CLERK, Roles.READER, Roles.SUPERVISOR, Roles.SYSTEM})
    @Produces({MediaType.APPLICATION_JSON, "text/csv", "application/x-ndjson"})
    @Operation(operationId = "searchMembers", summary = "检索党员 / Search members", description = "姓名中含有该片段的党员，按组织树排列；姓名放在请求体中，不进入地址。Members whose name holds the fragment, in the order of the tree; the name goes in the body, never in an address.")
    public Page<MemberView> members(@BeanParam ListParameters list, @RestQuery String organization,
            @RestQuery String directOnly, @Valid @NotNull Sought body) {
        return lists.answer(NamesFound.MEMBERS, named(list.query().subtree(organization, directOnly), body.name()));
    }

    /** The first pair of characters finds the rows, the whole fragment sorts out the rest. */
    private static Query named(Query query, String name) {
        var fragment = name == null ? "" : name.strip();
        if (fragment.codePointCount(0, fragment.length()) < SHORTEST) {
            throw new ProblemException(List.of(
                    PlatformProblems.PARAMETER_INVALID.at(Place.parameter("name"), "name", "2 characters or more")));
        }
        return query.equal("gram", fragment.substring(0, fragment.offsetByCodePoints(0, SHORTEST)))
                .equal("name", fragment);
    }
}
