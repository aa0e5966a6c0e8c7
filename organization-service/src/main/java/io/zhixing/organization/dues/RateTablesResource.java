package io.zhixing.organization.dues;

import java.time.LocalDate;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
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

@Path("/v1/dues-rate-tables")
@Tag(name = "党费 Dues")
public class RateTablesResource {

    private final ProposeRates proposeRates;
    private final Lists lists;

    RateTablesResource(ProposeRates proposeRates, Lists lists) {
        this.proposeRates = proposeRates;
        this.lists = lists;
    }

    @Schema(name = "ProposeDuesRateTable", description = "拟定党费标准 A table of rates to propose", examples = """
            {"category":"RETIRED","effectiveFrom":"2030-01-01","source":"示例文件〔2029〕1号","on":"2026-01-12","brackets":[
             {"fromFen":0,"toFen":500000,"basisPoints":50},{"fromFen":500001,"basisPoints":100}]}""")
    @JsonIgnoreProperties({"id", "state", "version"})
    record ProposeRequest(
            @Schema(description = "类别 Category") @NotNull DuesCategory category,
            @Schema(description = "施行日期 In force from, after the table before") @NotNull LocalDate effectiveFrom,
            @Schema(description = "依据 Source") @NotBlank @Size(max = 300) String source,
            @Schema(description = "各档，从0起首尾相接，末档无上限 Brackets from 0 on without a gap, the last one open") @NotNull @Size(min = 1, max = 20) List<@NotNull @Valid RateBracket> brackets,
            @Schema(description = "拟定日期 Business day, not after today") @NotNull LocalDate on) {

        RateTable.Facts facts() {
            return new RateTable.Facts(category, effectiveFrom, brackets, source, on);
        }
    }

    @POST
    @Idempotent
    @ResponseStatus(201)
    @RolesAllowed({Roles.OFFICER})
    @Refuses({"DAYS_INCONSISTENT", "DAY_IN_FUTURE", "RATE_TABLE_GAP"})
    @Operation(operationId = "proposeDuesRateTable", summary = "拟定党费标准 / Propose a table of rates", description = "由最高组织拟定；各档首尾相接，不留空档；由第二人确认后施行。At the root; no base is left without a rate. In force when a second person has confirmed it.")
    public RestResponse<RateTableView> propose(@Valid @NotNull ProposeRequest body, @Context UriInfo uri) {
        var table = proposeRates.handle(body.facts());
        return ETag.created(uri, table.id(), table.version(), table.view());
    }

    @GET
    @ReadOnly
    @RolesAllowed({Roles.OFFICER, Roles.SECRETARY, Roles.CLERK, Roles.READER, Roles.SUPERVISOR, Roles.SYSTEM})
    @Produces({MediaType.APPLICATION_JSON, "text/csv", "application/x-ndjson"})
    @Operation(operationId = "listDuesRateTables", summary = "列出党费标准表 / List tables of rates", description = "拟定、施行和撤回的标准表。Those that were proposed, adopted and withdrawn.")
    public Page<RateTableView> list(@BeanParam ListParameters list,
            @Parameter(description = "类别 Category") @RestQuery List<String> category,
            @Parameter(description = "状态 State") @RestQuery List<String> state) {
        return lists.answer(RateTables.LISTING, list.query().oneOf("category", category, DuesCategory.class)
                .oneOf("state", state, RateTable.RateTableState.class));
    }
}
