package io.zhixing.organization.dues;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
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

@Path("/v1/local-dues-amounts")
@Tag(name = "党费 Dues")
public class LocalAmountsResource {

    private final ProposeLocalAmount proposeLocalAmount;
    private final Lists lists;

    LocalAmountsResource(ProposeLocalAmount proposeLocalAmount, Lists lists) {
        this.proposeLocalAmount = proposeLocalAmount;
        this.lists = lists;
    }

    @Schema(name = "ProposeLocalDuesAmount", description = "拟定本地党费定额 A local amount to propose", examples = """
            {"organizationId":"01912d68-783e-7a0f-8000-0f54b3b0a4d3","category":"FARMER","leastFen":50,"mostFen":50,
             "effectiveFrom":"2016-01-01","source":"示组〔2015〕9号","on":"2015-12-20"}""")
    @JsonIgnoreProperties({"id", "effectiveTo", "state", "version"})
    record ProposeRequest(
            @Schema(description = "制定的党组织 Organization that fixes it for those below") @NotNull UUID organizationId,
            @Schema(description = "类别，只限定额类别 Category, one without a rate") @NotNull DuesCategory category,
            @Schema(description = "每月最低（分） Least amount a month in fen, not below the national one") @NotNull @Min(0) @Max(100000) Long leastFen,
            @Schema(description = "每月最高（分） Most a month in fen, not above the national one") @NotNull @Min(0) @Max(100000) Long mostFen,
            @Schema(description = "施行日期 In force from") @NotNull LocalDate effectiveFrom,
            @Schema(description = "依据 Source") @NotBlank @Size(max = 300) String source,
            @Schema(description = "拟定日期 Business day, not after today") @NotNull LocalDate on) {

        LocalAmount.Facts facts() {
            return new LocalAmount.Facts(organizationId, category, leastFen, mostFen, effectiveFrom, source, on);
        }
    }

    @POST
    @Idempotent
    @ResponseStatus(201)
    @RolesAllowed({Roles.OFFICER})
    @Refuses({"DAYS_INCONSISTENT", "DAY_IN_FUTURE", "DUES_AMOUNT_INVALID", "LOCAL_AMOUNT_NOT_ALLOWED",
            "LOCAL_AMOUNT_OVERLAPS", "ORGANIZATION_NOT_IN_PLACE", "RATE_UNKNOWN"})
    @Operation(operationId = "proposeLocalDuesAmount", summary = "拟定本地党费定额 / Propose a local amount of dues", description = "在全国规定的范围内，只能更严；由第二人确认后施行，党员按最近的上级计缴。Within the national range and never beyond it; in force when a second person has confirmed it. A member pays by that of the nearest organization above him.")
    public RestResponse<LocalAmountView> propose(@Valid @NotNull ProposeRequest body, @Context UriInfo uri) {
        var amount = proposeLocalAmount.handle(body.facts());
        return ETag.created(uri, amount.id(), amount.version(), amount.view());
    }

    @GET
    @ReadOnly
    @RolesAllowed({Roles.OFFICER, Roles.SECRETARY, Roles.CLERK, Roles.READER, Roles.SUPERVISOR, Roles.SYSTEM})
    @Produces({MediaType.APPLICATION_JSON, "text/csv", "application/x-ndjson"})
    @Operation(operationId = "listLocalDuesAmounts", summary = "列出本地党费定额 / List local amounts of dues", description = "范围内及其上级制定的定额。Those of the organizations in scope and of those above them.")
    public Page<LocalAmountView> list(@BeanParam ListParameters list,
            @Parameter(description = "类别 Category") @RestQuery List<String> category,
            @Parameter(description = "状态 State") @RestQuery List<String> state,
            @Parameter(description = "施行日 Day on which they are in force, YYYY-MM-DD") @RestQuery String inForceOn) {
        return lists.answer(LocalAmounts.LISTING, list.query().oneOf("category", category, DuesCategory.class)
                .oneOf("state", state, LocalAmount.LocalAmountState.class).day("inForceOn", inForceOn));
    }
}
