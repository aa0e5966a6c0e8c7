package io.zhixing.organization.feed;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import io.zhixing.organization.Roles;
import io.zhixing.platform.contract.Refuses;
import io.zhixing.platform.feed.ChangeFeed;
import io.zhixing.platform.feed.Changes;
import io.zhixing.platform.retry.ReadOnly;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/v1/changes")
@Tag(name = "变更 Changes", description = "变更流，供对接系统保持副本 The change feed, by which other systems keep their copies")
public class ChangesResource {

    private final ChangeFeed feed;

    ChangesResource(ChangeFeed feed) {
        this.feed = feed;
    }

    @GET
    @ReadOnly
    @RolesAllowed({Roles.OFFICER, Roles.SECRETARY, Roles.CLERK, Roles.READER, Roles.SUPERVISOR, Roles.SYSTEM})
    @Refuses({"CHANGES_CURSOR_EXPIRED"})
    @Operation(operationId = "listRegisterChanges", summary = "读取变更 / Read changes", description = "按提交次序给出范围内党组织、党小组、党员、任职、组织关系转移的变更，转移对转出和转入双方都给出；离开范围的以TOMBSTONE告知。同一资源可能重复出现，按版本应用即可。数据库中未结束的事务会使变更推迟出现，但不会遗漏。先导出（响应头Changes-Cursor），再由此续读。"
            + "Changes of organizations, Party groups, members, posts and transfers of membership in the caller's scope in the order of their commit, transfers for both sides; what left the scope comes as TOMBSTONE. A resource may come again; apply by version. A transaction still open in the database delays changes and never loses one. Export first (header Changes-Cursor), then go on from there.")
    public Changes list(
            @Parameter(description = "起点：上次的next或导出的Changes-Cursor；now只取游标；缺省从头 The next of the last call, or the Changes-Cursor of an export; now for a cursor alone; from the beginning when absent") @RestQuery String since,
            @Parameter(description = "类型 Type of resources: organization, party-group, member, post, membership-transfer") @RestQuery List<String> type,
            @Parameter(description = "条数 Changes a page, 1 to 200; 50 when absent") @RestQuery String limit) {
        return feed.since(since, type, limit);
    }
}
