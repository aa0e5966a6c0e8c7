package io.zhixing.organization.document;

import java.time.LocalDate;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.zhixing.organization.Roles;
import io.zhixing.platform.access.Access;
import io.zhixing.platform.list.ListParameters;
import io.zhixing.platform.list.Lists;
import io.zhixing.platform.list.Page;
import io.zhixing.platform.problem.Place;
import io.zhixing.platform.retry.ReadOnly;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/v1/guidance-sectors")
@Tag(name = "活动文件 Documents")
public class GuidanceSectorsResource {

    private static final LocalDate ALL_KNOWN_NOW = LocalDate.of(9999, 12, 31);

    private final Access access;
    private final Lists lists;

    GuidanceSectorsResource(Access access, Lists lists) {
        this.access = access;
        this.lists = lists;
    }

    @GET
    @ReadOnly
    @RolesAllowed({Roles.OFFICER, Roles.SECRETARY, Roles.CLERK, Roles.READER, Roles.SUPERVISOR, Roles.SYSTEM})
    @Produces({MediaType.APPLICATION_JSON, "text/csv", "application/x-ndjson"})
    @Operation(operationId = "listGuidanceSectors", summary = "列出有指导意见的领域 / List sectors with guidance", description = "该组织或其上级印发、在某日施行的分领域指导意见所及的领域；须填organization与inForceOn。Sectors for which guidance of the organization, or of one above it, was in force on a day; organization and inForceOn are needed.")
    public Page<GuidanceSector> list(@BeanParam ListParameters list, @RestQuery String organization,
            @Parameter(description = "施行日 Day on which it was in force, YYYY-MM-DD") @RestQuery String inForceOn,
            @Parameter(description = "截至日 As it was known by the end of this day, YYYY-MM-DD") @RestQuery String asOf) {
        var place = organization == null
                ? null
                : access.locate(organization, Place.parameter("organization")).path();
        return lists.answer(GuidanceSectors.LISTING,
                list.query().required("organization", organization).equal("place", place)
                        .required("inForceOn", inForceOn).day("inForceOn", inForceOn)
                        .day("asOf", asOf == null ? ALL_KNOWN_NOW.toString() : asOf));
    }
}
