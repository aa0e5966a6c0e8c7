package io.zhixing.organization.member;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import io.zhixing.organization.Roles;
import io.zhixing.platform.contract.Refuses;
import io.zhixing.platform.rate.RateLimited;
import io.zhixing.platform.retry.ReadOnly;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/members/id-numbers")
@Tag(name = "党员 Members")
public class IdNumbersResource {

    private final FindByIdNumber findByIdNumber;

    IdNumbersResource(FindByIdNumber findByIdNumber) {
        this.findByIdNumber = findByIdNumber;
    }

    @Schema(name = "LookUpIdNumber", description = "按身份证号查询 Whom to find", examples = "{\"idNumber\":\"999999190001010015\"}")
    record LookUpIdNumberRequest(
            @Schema(description = "身份证号 ID number of GB 11643") @NotBlank @Size(max = 20) String idNumber) {}

    @POST
    @Path("/lookup")
    @RateLimited("look-up-id-number")
    @ReadOnly
    @RolesAllowed(Roles.IDENTITY_CHECKER)
    @Refuses("ID_NUMBER_INVALID")
    @Operation(operationId = "lookUpIdNumber", summary = "按身份证号查询党员 / Find a member by ID number", description = "每次查询都记入审计；未登记与不在范围内的答复相同。Each look-up is entered in the audit trail; that somebody is not registered and that he is out of scope are answered alike.")
    public MembersResource.Found lookUp(@Valid @NotNull LookUpIdNumberRequest body) {
        return new MembersResource.Found(findByIdNumber.handle(body.idNumber()).stream().toList());
    }
}
