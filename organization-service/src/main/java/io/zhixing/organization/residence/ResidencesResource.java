package io.zhixing.organization.residence;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.zhixing.organization.Roles;
import io.zhixing.platform.contract.Refuses;
import io.zhixing.platform.list.ListParameters;
import io.zhixing.platform.list.Lists;
import io.zhixing.platform.list.Page;
import io.zhixing.platform.retry.ETag;
import io.zhixing.platform.retry.Idempotent;
import io.zhixing.platform.retry.ReadOnly;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/residence-registrations")
@Tag(name = "居住地报到 Residence", description = "党员到居住地党组织报到 Members who also take part where they live")
public class ResidencesResource {

    private final RegisterResidence registerResidence;
    private final Lists lists;

    ResidencesResource(RegisterResidence registerResidence, Lists lists) {
        this.registerResidence = registerResidence;
        this.lists = lists;
    }

    @Schema(name = "RegisterResidence", description = "居住地报到 A member to register where he lives", examples = """
            {"memberId":"01912d68-783e-7a0f-8000-0f54b3b0a4d4","residence":"001002004","on":"2016-03-01"}""")
    @JsonIgnoreProperties({"id", "homeId", "residenceId", "registeredOn", "registeredSince", "endedOn", "feedbackYear",
            "feedback",
            "state", "continuesId",
            "version"})
    record RegisterRequest(
            @Schema(description = "党员 Member") @NotNull UUID memberId,
            @Schema(description = "居住地党组织标识或编码 Organization where he lives, by id or code; it need not lie in the caller's scope") @NotNull @Size(min = 1, max = 40) String residence,
            @Schema(description = "报到日期 Business day, not after today") @NotNull LocalDate on) {}

    @POST
    @Idempotent
    @ResponseStatus(201)
    @RolesAllowed({Roles.OFFICER, Roles.SECRETARY, Roles.CLERK, Roles.SYSTEM, Roles.MEMBER})
    @Refuses({"DAYS_INCONSISTENT", "DAY_IN_FUTURE", "HOST_IS_HOME", "MEMBER_ON_NO_ROLL", "ORGANIZATION_NOT_IN_PLACE",
            "ORGANIZATION_NOT_YET_SET_UP", "RESIDENCE_ALREADY_OPEN"})
    @Operation(operationId = "registerResidence", summary = "登记居住地报到 / Register at the residence", description = "由所在支部或党员本人登记；组织关系不变；同时只有一处。By the home branch or the member himself; the roll stays where it is; one at a time.")
    public RestResponse<ResidenceView> register(@Valid @NotNull RegisterRequest body, @Context UriInfo uri) {
        var registration = registerResidence.handle(body.memberId(), body.residence(), body.on());
        return ETag.created(uri, registration.id(), registration.version(), registration.view());
    }

    @GET
    @ReadOnly
    @RolesAllowed({Roles.OFFICER, Roles.SECRETARY, Roles.CLERK, Roles.READER, Roles.SUPERVISOR, Roles.SYSTEM,
            Roles.MEMBER})
    @Produces({MediaType.APPLICATION_JSON, "text/csv", "application/x-ndjson"})
    @Operation(operationId = "listResidences", summary = "列出居住地报到 / List registrations at the residence", description = "所在支部、居住地双方和党员本人可见。Seen by home and residence, and by the member himself.")
    public Page<ResidenceView> list(@BeanParam ListParameters list,
            @Parameter(description = "党员标识 Id of the member") @RestQuery String member,
            @Parameter(description = "所在支部标识 Id of the home branch") @RestQuery String home,
            @Parameter(description = "居住地党组织标识 Id of the organization at the residence") @RestQuery String residence,
            @Parameter(description = "状态 State") @RestQuery List<String> state,
            @Parameter(description = "所延续的报到标识 Id of the registration with which it goes on after a merger") @RestQuery String continues) {
        return lists.answer(Residences.LISTING, list.query().id("member", member).id("home", home)
                .id("residence", residence).oneOf("state", state, ResidenceState.class).id("continues", continues));
    }
}
