package io.zhixing.organization.structure;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.zhixing.platform.access.Access;
import io.zhixing.platform.list.Listing;
import io.zhixing.platform.problem.PlatformProblems;
import io.zhixing.platform.sql.Sql;
import io.zhixing.platform.sql.SqlArray;
import io.zhixing.platform.time.Shanghai;
import org.eclipse.microprofile.config.inject.ConfigProperty;

@ApplicationScoped
public class Organizations implements PanacheRepositoryBase<PartyOrganization, UUID> {

    public static final Listing<OrganizationView> LISTING = Listing
            .of(OrganizationView.class, """
            o.id, o.code, o.name, o.short_name, o.type, o.kind, o.sector, o.area_code, o.unit_credit_code, o.covered_units, o.origin_organization_id, o.host_area, o.project_id, o.parent_id, o.established_on,
            o.activated_on, o.dissolved_on, o.successor_id, o.state, o.version""", "party_organization o",
                    Organizations::view)
            .scopedBy("o.organization_path")
            .orderedBy("organization", "o.organization_path", "text", "o.id", "uuid")
            .orderedBy("code", "o.code", "text", "o.id", "uuid")
            .filter("code", "o.code = ?")
            .filter("parent", "o.parent_id = ?")
            .filter("type", "o.type = any (?)")
            .filter("sector", "o.sector = any (?)")
            .filter("state", "o.state = any (?)")
            .filter("project", "o.project_id = ?")
            .filter("activeOn", "o.activated_on <= ? and (o.dissolved_on is null or o.dissolved_on > ?)")
            .filter("activeAsKnown",
                    """
                    exists (select from organization_period p where p.organization_id = o.id and p.state = 'ACTIVE'
                      and p.valid_from <= split_part(?, '/', 1)::date
                      and (p.valid_to is null or p.valid_to > split_part(?, '/', 1)::date
                        or p.end_known_at >= (split_part(?, '/', 2)::date + 1)::timestamp at time zone 'Asia/Shanghai')
                      and p.state_known_at < (split_part(?, '/', 2)::date + 1)::timestamp at time zone 'Asia/Shanghai')""")
            .filter("asOf", "o.activation_entered_at < (?::date + 1)::timestamp at time zone 'Asia/Shanghai'");

    private static final int LABEL_LENGTH = 4;
    private static final int LABEL_DIGITS = 36;

    private final Sql database;
    private final String rootCode;

    Organizations(Sql database, @ConfigProperty(name = "zhixing.root-organization") String rootCode) {
        this.database = database;
        this.rootCode = rootCode;
    }

    /**
     * A place below a parent: the new organization's path key, and what of the parent decides whether it may stand there.
     *
     * @param since day from which the parent has stood where it does, as an organization of this type and in place
     */
    record Place(Seat parent, boolean allowed, String path, LocalDate since) {}

    /**
     * Takes the next label below the parent; empty when the caller does not see the parent. The parent's row stays
     * locked until the transaction ends, so labels below one parent are given one after the other and never twice.
     */
    Optional<Place> placeUnder(UUID parentId, OrganizationType type) {
        return database.first("""
                update party_organization o set children = children + 1 where id = ?
                returning id, code, organization_path, type, kind, state, established_on, children,
                  exists (select from allowed_parent a where a.child_type = ? and a.parent_type = o.type) as allowed,
                  (select coalesce(max(p.valid_to) filter (where p.path_then <> o.organization_path or p.type <> o.type
                     or p.state not in ('PREPARING', 'ACTIVE')), min(p.valid_from))
                   from organization_period p where p.organization_id = o.id) as since""", Organizations::place,
                parentId, type);
    }

    /** Whether a list asks who was active on a day as far as another knew: then both days make one question. */
    static boolean areDays(String activeOn, String asOf) {
        return activeOn != null && asOf != null && Shanghai.day(activeOn).isPresent()
                && Shanghai.day(asOf).isPresent();
    }

    private static Place place(ResultSet row) throws SQLException {
        var parent = seat(row);
        return new Place(parent, row.getBoolean("allowed"), pathBelow(parent.path(), row.getInt("children")),
                row.getObject("since", LocalDate.class));
    }

    /** Those of these codes that the caller sees, by code. */
    public Map<String, Seat> seats(Collection<String> codes) {
        return seats(codes, "");
    }

    /** The same, locked in one order against other changes until the transaction ends. */
    public Map<String, Seat> lockedSeats(Collection<String> codes) {
        return seats(codes, " order by id for no key update");
    }

    private Map<String, Seat> seats(Collection<String> codes, String locking) {
        return database.map(
                """
                select id, code, organization_path, type, kind, state, established_on from party_organization where code = any (?)"""
                        + locking,
                row -> row.getString("code"), Organizations::seat, SqlArray.texts(codes.stream().distinct().toList()));
    }

    private static Seat seat(ResultSet row) throws SQLException {
        var kind = row.getString("kind");
        return new Seat(row.getObject("id", UUID.class), row.getString("code"), row.getString("organization_path"),
                OrganizationType.valueOf(row.getString("type")), kind == null ? null : BranchKind.valueOf(kind),
                OrganizationState.valueOf(row.getString("state")),
                row.getObject("established_on", LocalDate.class));
    }

    /** The organization, locked against other changes until the transaction ends; empty when the caller does not see it. */
    public Optional<PartyOrganization> locked(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Those of these codes that the caller sees, locked likewise, all in one order. */
    public List<PartyOrganization> lockedCoded(Collection<String> codes) {
        return find("code in ?1 order by id", codes.stream().distinct().toList())
                .withLock(LockModeType.PESSIMISTIC_WRITE).list();
    }

    public boolean isRoot(String code) {
        return rootCode.equals(code);
    }

    public static String rootPath() {
        return "/" + label(1) + "/";
    }

    /** Refuses unless one of the roles is granted on the root, which is named by its code while it is not there yet. */
    public void requireRootGrant(Access access, String... roles) {
        if (!access.isGranted(rootCode, roles)) {
            access.require(rootPath(), roles);
        }
    }

    /** The path key of the organization that gets this label, a number from 1, below another one. */
    static String pathBelow(String parentPath, int number) {
        return parentPath + label(number) + "/";
    }

    /** Fixed width keeps siblings in order. */
    private static String label(int number) {
        var digits = Integer.toString(number, LABEL_DIGITS).toLowerCase(Locale.ROOT);
        if (digits.length() > LABEL_LENGTH) {
            throw PlatformProblems.TEMPORARILY_UNAVAILABLE.about();   // 1.6 million organizations were made below one parent
        }
        return "0".repeat(LABEL_LENGTH - digits.length()) + digits;
    }

    private static List<String> units(ResultSet row) throws SQLException {
        var units = row.getArray("covered_units");
        return units == null ? null : List.of((String[]) units.getArray());
    }

    private static OrganizationView view(ResultSet row) throws SQLException {
        var kind = row.getString("kind");
        var sector = row.getString("sector");
        return new OrganizationView(row.getObject("id", UUID.class), row.getString("code"), row.getString("name"),
                row.getString("short_name"), OrganizationType.valueOf(row.getString("type")),
                kind == null ? null : BranchKind.valueOf(kind), sector == null ? null : Sector.valueOf(sector),
                row.getString("area_code"),
                row.getString("unit_credit_code"),
                PartyOrganization.doubtful(row.getString("unit_credit_code")), units(row),
                row.getObject("origin_organization_id", UUID.class), row.getString("host_area"),
                row.getObject("project_id", UUID.class), row.getObject("parent_id", UUID.class),
                row.getObject("established_on", LocalDate.class),
                row.getObject("activated_on", LocalDate.class), row.getObject("dissolved_on", LocalDate.class),
                row.getObject("successor_id", UUID.class), OrganizationState.valueOf(row.getString("state")),
                row.getLong("version"));
    }
}
