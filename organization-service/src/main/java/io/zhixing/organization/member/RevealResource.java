package io.zhixing.organization.member;

import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.zhixing.organization.Roles;
import io.zhixing.platform.contract.Label;
import io.zhixing.platform.list.ListParameters;
import io.zhixing.platform.list.Lists;
import io.zhixing.platform.list.Page;
import io.zhixing.platform.problem.PlatformProblems;
import io.zhixing.platform.rate.RateLimited;
import io.zhixing.platform.retry.Idempotent;
import io.zhixing.platform.retry.ReadOnly;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

@Path("/v1/members/{id}")
@Tag(name = "党员 Members")
public class RevealResource {

    private final RevealIdNumber revealIdNumber;
    private final Reveals reveals;
    private final Members members;
    private final Lists lists;

    RevealResource(RevealIdNumber revealIdNumber, Reveals reveals, Members members, Lists lists) {
        this.revealIdNumber = revealIdNumber;
        this.reveals = reveals;
        this.members = members;
        this.lists = lists;
    }

    @Schema(name = "RevealField", description = "要查看的字段 What is to be shown")
    public enum Field {
        @Label(zh = "身份证号", en = "ID number")
        ID_NUMBER
    }

    @Schema(name = "RevealMember", description = "查看完整证件号 Whose number is to be shown, and why", examples = """
            {"fields":["ID_NUMBER"],"purpose":"MEMBERSHIP_TRANSFER","reason":"办理组织关系转接，函号〔2017〕12"}""")
    record RevealRequest(
            @Schema(description = "字段 What is to be shown") @NotEmpty @Size(max = 1) List<@NotNull Field> fields,
            @Schema(description = "用途 Purpose; stands in the audit trail") @NotNull RevealPurpose purpose,
            @Schema(description = "事由 Reason in one's own words, such as the number of a letter; kept encrypted") @NotNull @Size(min = 5, max = 200) String reason) {}

    @Schema(name = "MemberRevealed", description = "完整证件号 The number in full", examples = """
            {"memberId":"01912d68-783e-7a0f-8000-0f54b3b0a4d4","idNumber":"999999190001010015"}""")
    record Revealed(
            @Schema(description = "党员 Member", required = true) UUID memberId,
            @Schema(description = "身份证号 ID number", required = true) String idNumber) {}

    @POST
    @Path("/reveal")
    @RateLimited("reveal")
    @Idempotent(keyTaken = false)
    @RolesAllowed(Roles.IDENTITY_REVEALER)
    @Operation(operationId = "revealMember", summary = "查看完整身份证号 / Show an ID number in full", description = "慎用：每次查看都记入审计，附用途与事由；答复不得保存。Use with care: each time is entered in the audit trail with its purpose; the answer is not to be stored.")
    public Revealed reveal(@RestPath UUID id, @Valid @NotNull RevealRequest body) {
        return new Revealed(id, revealIdNumber.handle(id, body.purpose(), body.reason()));
    }

    @GET
    @Path("/reveals")
    @ReadOnly
    @RolesAllowed(Roles.OFFICER)
    @Produces({MediaType.APPLICATION_JSON, "text/csv", "application/x-ndjson"})
    @Operation(operationId = "listReveals", summary = "查询证件号查看记录 / List when a number was shown", description = "何时、由谁、因何查看了该党员的完整身份证号。When, to whom and why this member's ID number was shown in full.")
    public Page<Reveals.RevealView> list(@RestPath UUID id, @BeanParam ListParameters list) {
        members.findByIdOptional(id).orElseThrow(PlatformProblems.NOT_FOUND::about);
        return lists.answer(reveals.listing(), list.query().id("member", id.toString()));
    }
}
