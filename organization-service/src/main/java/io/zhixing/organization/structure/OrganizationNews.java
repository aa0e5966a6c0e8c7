package io.zhixing.organization.structure;

import java.time.LocalDate;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.zhixing.platform.outbox.DomainEvent;
import io.zhixing.platform.outbox.Relocation;

/** What others learn of an organization: after each version the whole of it, and its place whenever its path changes. */
public interface OrganizationNews extends DomainEvent {

    State organization();

    @Override
    default UUID aggregateId() {
        return organization().organizationId();
    }

    @Override
    default long version() {
        return organization().version();
    }

    @Override
    default UUID organizationId() {
        return organization().organizationId();
    }

    @Override
    default LocalDate effectiveOn() {
        return organization().effectiveOn();
    }

    /** @param pathVersion how often its path has changed; a reader keeps the path with the highest */
    record State(UUID organizationId, long version, LocalDate effectiveOn, String code, String name,
            OrganizationType type, BranchKind kind, Sector sector, String areaCode, UUID parentId, String path,
            OrganizationState state, LocalDate establishedOn, LocalDate activatedOn, LocalDate dissolvedOn,
            UUID successorId, long pathVersion) {}

    /** 新建. */
    record Created(@JsonUnwrapped State organization) implements OrganizationNews {}

    /** 启用. */
    record Activated(@JsonUnwrapped State organization) implements OrganizationNews {}

    /** 更名. */
    record Renamed(@JsonUnwrapped State organization) implements OrganizationNews {}

    /** 调整隶属: it stands under another superior. */
    record Reassigned(@JsonUnwrapped State organization) implements OrganizationNews {}

    /** 变更类型: also its kind, sector or area. */
    record TypeChanged(@JsonUnwrapped State organization) implements OrganizationNews {}

    /** 合并: its successor has its members; its path lies below the successor's. */
    record Merged(@JsonUnwrapped State organization) implements OrganizationNews {}

    /** 撤销. */
    record Dissolved(@JsonUnwrapped State organization) implements OrganizationNews {}

    /** 恢复. */
    record Restored(@JsonUnwrapped State organization) implements OrganizationNews {}

    /**
     * 路径变更: an organization stands elsewhere, because it or one above it moved.
     *
     * @param version counts its places, from 1 without a gap; no version of the organization
     */
    record PathChanged(UUID organizationId, long version, LocalDate effectiveOn, long organizationVersion, String code,
            String path, String previousPath) implements Relocation {

        @Override
        public UUID aggregateId() {
            return organizationId;
        }

        @Override
        public String resourceType() {
            return PartyOrganization.RESOURCE;
        }

        @Override
        public long resourceVersion() {
            return organizationVersion;
        }
    }
}
