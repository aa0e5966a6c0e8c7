package io.zhixing.organization.post;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
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

@Path("/v1/posts")
@Tag(name = "任职 Posts", description = "谁在哪天担任什么职务 Who held which post on which day")
public class PostsResource {

    private final TakePost takePost;
    private final Lists lists;

    PostsResource(TakePost takePost, Lists lists) {
        this.takePost = takePost;
        this.lists = lists;
    }

    @Schema(name = "TakePost", description = "任职登记 A post to take", examples = """
            {"memberId":"01912d68-783e-7a0f-8000-0f54b3b0a4d4","organizationId":"01912d68-783e-7a0f-8000-0f54b3b0a4d2",
             "post":"SECRETARY","from":"2014-03-01","basis":"ELECTED"}""")
    @JsonIgnoreProperties({"id", "version"})
    record TakePostRequest(
            @Schema(description = "党员 Member") @NotNull UUID memberId,
            @Schema(description = "组织 Organization") @NotNull UUID organizationId,
            @Schema(description = "职务 Post") @NotNull Post post,
            @Schema(description = "任职日期 First day in the post, not after today") @NotNull LocalDate from,
            @Schema(description = "离任日期 First day no longer in it, not after today, when the member has left") LocalDate to,
            @Schema(description = "任职依据 Basis") @NotNull Basis basis) {

        PostHolding.Facts facts() {
            return new PostHolding.Facts(memberId, organizationId, post, from, to, basis);
        }
    }

    @POST
    @Idempotent
    @ResponseStatus(201)
    @RolesAllowed({Roles.OFFICER, Roles.SECRETARY, Roles.SYSTEM})
    @Refuses({"DAYS_INCONSISTENT", "DAY_IN_FUTURE", "MEMBER_NOT_ELECTABLE", "MEMBER_ON_NO_ROLL",
            "ORGANIZATION_NOT_IN_PLACE",
            "POST_ALREADY_HELD",
            "SECOND_PERSON_REQUIRED", "SECRETARY_ALREADY_HELD"})
    @Operation(operationId = "takePost", summary = "登记任职 / Record a post taken", description = "一个组织同一天只有一名书记；书记、副书记由上级登记；选举产生的须为当日的正式党员。An organization has one secretary on any day; secretary and deputy are entered at the superior; who was elected was a full member that day.")
    public RestResponse<PostView> take(@Valid @NotNull TakePostRequest body, @Context UriInfo uri) {
        var post = takePost.handle(body.facts());
        return ETag.created(uri, post.id(), post.version(), post.view());
    }

    @GET
    @ReadOnly
    @RolesAllowed({Roles.OFFICER, Roles.SECRETARY, Roles.CLERK, Roles.READER, Roles.SUPERVISOR, Roles.SYSTEM})
    @Produces({MediaType.APPLICATION_JSON, "text/csv", "application/x-ndjson"})
    @Operation(operationId = "listPosts", summary = "列出任职 / List posts", description = "范围内的任职，可按日查询。Posts in scope, also of a day.")
    public Page<PostView> list(@BeanParam ListParameters list, @RestQuery String organization,
            @RestQuery String directOnly,
            @Parameter(description = "党员标识 Id of the member") @RestQuery String member,
            @Parameter(description = "职务 Post") @RestQuery List<String> post,
            @Parameter(description = "在任日 Day on which it is held, YYYY-MM-DD") @RestQuery String heldOn) {
        return lists.answer(Posts.LISTING, list.query().subtree(organization, directOnly).id("member", member)
                .oneOf("post", post, Post.class).day("heldOn", heldOn));
    }
}
