package io.zhixing.organization.post;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import io.zhixing.organization.structure.OrganizationPath;
import io.zhixing.platform.bulk.Batch;
import io.zhixing.platform.time.Ids;

/** A member in a post of an organization (任职) from a day on, until the day on which he no longer holds it. */
@Entity
@Table(name = "post")
public class PostHolding {

    static final String RESOURCE = "post";

    @Id
    private UUID id;
    private UUID memberId;
    private UUID organizationId;
    @Column(name = "organization_path")
    private String path;
    @Enumerated(EnumType.STRING)
    private Post post;
    private LocalDate heldFrom;
    private LocalDate heldTo;
    @Enumerated(EnumType.STRING)
    private Basis basis;
    @Version
    private long version = 1;

    protected PostHolding() {}

    /** What is stated of a post: held from {@code from} (included) to {@code to} (excluded); open when that is null. */
    public record Facts(UUID memberId, UUID organizationId, Post post, LocalDate from, LocalDate to, Basis basis) {}

    PostHolding(Facts facts, String path) {
        this.id = Ids.next();
        this.memberId = facts.memberId();
        this.organizationId = facts.organizationId();
        this.path = path;
        this.post = facts.post();
        this.heldFrom = facts.from();
        this.heldTo = facts.to();
        this.basis = facts.basis();
    }

    /** A post as the database has it; columns by name. */
    static PostHolding stored(ResultSet row) throws SQLException {
        var post = new PostHolding(new Facts(row.getObject("member_id", UUID.class),
                row.getObject("organization_id", UUID.class), Post.valueOf(row.getString("post")),
                row.getObject("held_from", LocalDate.class), row.getObject("held_to", LocalDate.class),
                Basis.valueOf(row.getString("basis"))), row.getString("organization_path"));
        post.id = row.getObject("id", UUID.class);
        post.version = row.getLong("version");
        return post;
    }

    /** The columns of the table in which a new post is written, one array each. */
    static Batch<PostHolding> columns(Batch<PostHolding> posts) {
        return posts.column("uuid", p -> p.id).column("uuid", p -> p.memberId).column("uuid", p -> p.organizationId)
                .column("text", p -> p.path).column("text", p -> p.post.name()).column("date", p -> p.heldFrom)
                .column("date", p -> p.heldTo).column("text", p -> p.basis.name()).column("bigint", p -> p.version);
    }

    /** Whether the other is this holding, as far as this one says: an end that is not stated is not denied. */
    boolean saysTheSameAs(PostHolding other) {
        return isOfSamePost(other) && heldFrom.equals(other.heldFrom) && basis == other.basis
                && (heldTo == null || heldTo.equals(other.heldTo));
    }

    /** Whether it states the other holding, which stands already, with a basis or an end that may be corrected. */
    boolean isCorrectionOf(PostHolding other) {
        return isOfSamePost(other) && heldFrom.equals(other.heldFrom) && (heldTo == null || other.heldTo != null);
    }

    /** Whether the same member holds the same post on one of these days already. */
    boolean repeats(PostHolding other) {
        return isOfSamePost(other) && overlaps(other);
    }

    /** Whether the organization would have two secretaries on one day. */
    boolean isSecondSecretaryTo(PostHolding other) {
        return post == Post.SECRETARY && other.post == Post.SECRETARY && organizationId.equals(other.organizationId)
                && overlaps(other);
    }

    private boolean isOfSamePost(PostHolding other) {
        return memberId.equals(other.memberId) && organizationId.equals(other.organizationId) && post == other.post;
    }

    private boolean overlaps(PostHolding other) {
        return (other.heldTo == null || heldFrom.isBefore(other.heldTo))
                && (heldTo == null || other.heldFrom.isBefore(heldTo));
    }

    /** 离任: from {@code on} the member no longer holds the post; {@link LeavePost} has judged the step. */
    void leave(LocalDate on) {
        heldTo = on;
    }

    /** 更正: what was written wrongly; {@link CorrectPost} has judged the days. */
    void correct(LocalDate from, LocalDate to, Basis basis) {
        heldFrom = from;
        heldTo = to;
        this.basis = basis;
    }

    LocalDate heldFrom() {
        return heldFrom;
    }

    LocalDate heldTo() {
        return heldTo;
    }

    Basis basis() {
        return basis;
    }

    public Post post() {
        return post;
    }

    UUID memberId() {
        return memberId;
    }

    UUID organizationId() {
        return organizationId;
    }

    /** Whether it came by an election, so that the next one ends it. */
    boolean isElected() {
        return basis != Basis.APPOINTED;
    }

    PostState state() {
        return heldTo == null ? PostState.HELD : PostState.LEFT;
    }

    /** A post is held for a day at least, so this is the first day on which it can end. */
    LocalDate earliestEnd() {
        return heldFrom.plusDays(1);
    }

    String decidedAt() {
        return post.decidedAt(path);
    }

    /** Whether a superior would decide and there is none. */
    boolean isDecidedAtTheRootItself() {
        return post.isDecidedAbove() && OrganizationPath.isRoot(path);
    }

    public UUID id() {
        return id;
    }

    public String path() {
        return path;
    }

    public long version() {
        return version;
    }

    PostView view() {
        return new PostView(id, memberId, organizationId, post, heldFrom, heldTo, basis, version);
    }

    PostChange.Taken taken() {
        return new PostChange.Taken(id, version, organizationId, heldFrom, memberId, post, heldFrom, heldTo, basis);
    }

    PostChange.Left left() {
        return new PostChange.Left(id, version, organizationId, heldTo, memberId, post, heldFrom, heldTo, basis);
    }

    PostChange.Corrected corrected(LocalDate on) {
        return new PostChange.Corrected(id, version, organizationId, on, memberId, post, heldFrom, heldTo, basis);
    }
}
