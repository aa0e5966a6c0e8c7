package io.zhixing.organization.nationalcode;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.zhixing.organization.Roles;
import io.zhixing.platform.list.ListParameters;
import io.zhixing.platform.list.Lists;
import io.zhixing.platform.list.Page;
import io.zhixing.platform.retry.ReadOnly;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/v1/national-codes")
@Tag(name = "党员 Members")
public class NationalCodesResource {

    private final Lists lists;

    NationalCodesResource(Lists lists) {
        this.lists = lists;
    }

    @GET
    @ReadOnly
    @RolesAllowed({Roles.OFFICER, Roles.SECRETARY, Roles.CLERK, Roles.READER, Roles.SUPERVISOR, Roles.SYSTEM})
    @Produces({MediaType.APPLICATION_JSON, "text/csv", "application/x-ndjson"})
    @Operation(operationId = "listNationalCodes", summary = "查询国家标准代码 / List national codes", description = "党员信息所用的性别、民族代码及名称，附标准号；行政区划见divisions。The codes of sex and ethnicity by which members are described, each with its names and standard; divisions have a list of their own.")
    public Page<NationalCode> list(@BeanParam ListParameters page,
            @Parameter(description = "代码表 List") @RestQuery List<String> list,
            @Parameter(description = "代码 Exact code") @RestQuery String code) {
        return lists.answer(NationalCodes.LISTING,
                page.query().oneOf("list", list, CodeList.class).equal("code", code));
    }
}
