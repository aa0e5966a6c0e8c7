package io.zhixing.organization.post;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.RequestScoped;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import io.zhixing.organization.OrganizationProblems;
import io.zhixing.organization.Roles;
import io.zhixing.organization.structure.Organizations;
import io.zhixing.organization.structure.Seat;
import io.zhixing.organization.structure.SecondPerson;
import io.zhixing.platform.access.Access;
import io.zhixing.platform.imports.ImportKind;
import io.zhixing.platform.imports.ImportRow;
import io.zhixing.platform.imports.ImportRun;
import io.zhixing.platform.imports.RowOutcome;
import io.zhixing.platform.outbox.Outbox;
import io.zhixing.platform.problem.Faults;
import io.zhixing.platform.problem.Place;
import io.zhixing.platform.problem.PlatformProblems;
import io.zhixing.platform.time.Shanghai;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Posts from files, known by member, organization, post and first day. One that is known is left as it is when the row
 * says the same; another basis, or another last day of a post that was left, is a correction like the single one. A last day
 * of a post that is held is refused: leaving it is a step of its own.
 */
@RequestScoped
public class PostImport implements ImportKind<PostImport.PostRow> {

    public record PostRow(
            @Schema(description = "党员编号 Member number") @NotBlank String memberNumber,
            @Schema(description = "组织编码 Code of the organization") @NotBlank String organizationCode,
            @Schema(description = "职务 Post") @NotNull Post post,
            @Schema(description = "任职日期 First day in the post") @NotNull LocalDate from,
            @Schema(description = "离任日期 First day no longer in it") LocalDate to,
            @Schema(description = "任职依据 Basis") @NotNull Basis basis,
            @Schema(description = "更正原因 Reason, where the row corrects what is known; stands in the history") @Size(max = 500) String correctionReason) {}

    private static final String BY_FILE = "导入更正 Corrected by an import";

    private final PostBatches batches;
    private final CorrectPost correctPost;
    private final Organizations organizations;
    private final Access access;
    private final SecondPerson secondPerson;
    private final Outbox outbox;
    private final Clock clock;

    PostImport(PostBatches batches, CorrectPost correctPost, Organizations organizations, Access access,
            SecondPerson secondPerson, Outbox outbox, Clock clock) {
        this.batches = batches;
        this.correctPost = correctPost;
        this.organizations = organizations;
        this.access = access;
        this.secondPerson = secondPerson;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "posts";
    }

    @Override
    public Class<PostRow> row() {
        return PostRow.class;
    }

    @Override
    public Map<String, String> ignoredColumns() {
        return Map.of("memberName", "姓名", "organizationName", "组织名称");
    }

    @Override
    public ImportRun<PostRow> begin() {
        return new Run();
    }

    private final class Run implements ImportRun<PostRow> {

        @Override
        public String key(PostRow row) {
            return row.memberNumber() + "/" + row.organizationCode() + "/" + row.post() + "/" + row.from();
        }

        @Override
        public List<RowOutcome> apply(List<ImportRow<PostRow>> rows) {
            var seats = organizations
                    .lockedSeats(rows.stream().map(row -> row.value().organizationCode()).toList());
            var members = batches.members(rows.stream().map(row -> row.value().memberNumber()).toList());
            var held = batches.heldIn(seats.values().stream().map(Seat::path).toList());
            var fresh = new ArrayList<PostHolding>();
            var outcomes = RowOutcome.ofEach(rows,
                    row -> outcome(row.value(), seats.get(row.value().organizationCode()),
                            members.get(row.value().memberNumber()), held, fresh));
            batches.take(fresh);
            var paths = new HashMap<UUID, String>();
            fresh.forEach(post -> paths.put(post.id(), post.path()));
            outbox.appendAll(fresh.stream().map(PostHolding::taken).toList(), event -> paths.get(event.postId()));
            return outcomes;
        }

        private RowOutcome outcome(PostRow row, Seat seat, PostBatches.Holder member, List<PostHolding> held,
                List<PostHolding> fresh) {
            new Faults()
                    .addIf(seat == null,
                            PlatformProblems.REFERENCE_UNKNOWN.at(Place.pointer("/organizationCode"),
                                    row.organizationCode()))
                    .addIf(member == null,
                            PlatformProblems.REFERENCE_UNKNOWN.at(Place.pointer("/memberNumber"), row.memberNumber()))
                    .refuse();
            access.require(row.post().decidedAt(seat.path()), Roles.OFFICER, Roles.SECRETARY,
                    Roles.SYSTEM);
            var facts = new PostHolding.Facts(member.id(), seat.id(), row.post(), row.from(), row.to(), row.basis());
            PostPolicy.judge(facts, seat,
                    new PostPolicy.Holder(member.joinedOn(), member.fullSince(), member.onRoll(), "/memberNumber"),
                    "/organizationCode",
                    Shanghai.today(clock)).refuse();
            var post = new PostHolding(facts, seat.path());
            if (post.isDecidedAtTheRootItself() && secondPerson.isHimself(seat.path(), member.id())) {
                throw OrganizationProblems.SECOND_PERSON_REQUIRED.about();
            }
            var same = held.stream().filter(post::saysTheSameAs).findFirst();
            if (same.isPresent()) {
                return RowOutcome.unchanged(same.get().id(), same.get().version());
            }
            var known = held.stream().filter(post::isCorrectionOf).findFirst();
            if (known.isPresent()) {
                return corrected(row, known.get(), held);
            }
            if (held.stream().anyMatch(post::repeats)) {
                throw OrganizationProblems.POST_ALREADY_HELD.about();
            }
            if (held.stream().anyMatch(post::isSecondSecretaryTo)) {
                throw OrganizationProblems.SECRETARY_ALREADY_HELD.about();
            }
            held.add(post);
            fresh.add(post);
            return RowOutcome.created(post.id(), post.version());
        }
    }

    private RowOutcome corrected(PostRow row, PostHolding known, List<PostHolding> held) {
        var reason = row.correctionReason() == null ? BY_FILE : row.correctionReason();
        var corrected = correctPost.handle(known.id(), known.version(),
                new PostResource.CorrectPostRequest(reason, null, row.to(), row.basis()));
        held.remove(known);
        held.add(corrected);
        return RowOutcome.updated(corrected.id(), corrected.version());
    }
}
