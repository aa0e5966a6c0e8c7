package io.zhixing.organization.structure;

import java.time.LocalDate;
import java.util.List;

import jakarta.enterprise.context.RequestScoped;

import io.quarkus.arc.All;
import io.zhixing.organization.OrganizationProblems;
import io.zhixing.organization.Roles;
import io.zhixing.platform.access.Access;
import io.zhixing.platform.outbox.Outbox;
import io.zhixing.platform.problem.Faults;
import io.zhixing.platform.problem.Place;
import io.zhixing.platform.problem.PlatformProblems;
import io.zhixing.platform.problem.ProblemException;

/** Puts an organization with everything below it elsewhere in the tree. Needs the tree. */
@RequestScoped
class Relocate {

    private final Organizations organizations;
    private final OrganizationTree tree;
    private final List<OrganizationHoldings> holdings;
    private final Access access;
    private final Outbox outbox;

    Relocate(Organizations organizations, OrganizationTree tree, @All List<OrganizationHoldings> holdings,
            Access access, Outbox outbox) {
        this.organizations = organizations;
        this.tree = tree;
        this.holdings = holdings;
        this.access = access;
        this.outbox = outbox;
    }

    /** 调整隶属: under another superior, whose common superior with the present one decides. */
    void under(PartyOrganization organization, OrganizationMove move) {
        var parentId = OrganizationMove.needed(move.parentId(), "parentId");
        var code = OrganizationMove.needed(move.code(), "code");
        var place = organizations.placeUnder(parentId, organization.type()).orElseThrow(() -> new ProblemException(
                List.of(PlatformProblems.REFERENCE_UNKNOWN.at(Place.pointer("/parentId"), parentId))));
        var parent = place.parent();
        var movedLast = tree.movedLast(organization.path()).orElse(move.on());
        access.require(OrganizationPath.common(organization.superiorPath(), parent.path()), Roles.OFFICER,
                Roles.SYSTEM);
        new Faults()
                .addIf(parent.path().startsWith(organization.path()),
                        OrganizationProblems.ORGANIZATION_CYCLE.at(Place.pointer("/parentId")))
                .addIf(parentId.equals(organization.parentId()),
                        OrganizationProblems.ORGANIZATION_UNCHANGED.at(Place.pointer("/parentId")))
                .addIf(!place.allowed(),
                        OrganizationProblems.ORGANIZATION_TYPE_NOT_UNDER_PARENT.at(Place.pointer("/parentId"),
                                organization.type()))
                .addIf(!parent.isInPlace(),
                        OrganizationProblems.ORGANIZATION_NOT_IN_PLACE.at(Place.pointer("/parentId")))
                .addIf(move.on().isBefore(place.since()),
                        OrganizationProblems.DAYS_INCONSISTENT.at(Place.pointer("/on"), move.on(), place.since()))
                .addIf(move.on().isBefore(movedLast),
                        OrganizationProblems.DAYS_INCONSISTENT.at(Place.pointer("/on"), move.on(), movedLast))
                .addIf(!OrganizationCode.isDirectlyUnder(code, parent.code()),
                        OrganizationProblems.ORGANIZATION_CODE_NOT_UNDER_PARENT.at(Place.pointer("/code")))
                .addIf(OrganizationCode.levels(parent.code())
                        + tree.levels(organization.path()) > OrganizationCode.MOST_LEVELS,
                        OrganizationProblems.ORGANIZATION_TOO_DEEP.at(Place.pointer("/parentId"),
                                OrganizationCode.MOST_LEVELS))
                .refuse();
        var from = organization.seat();
        organization.moveUnder(parentId, place.path(), code, move.on());
        follow(organization, from, code, move.on());
    }

    /** 合并: the successor takes what it has open; its past counts below the successor from now on. */
    void into(PartyOrganization organization, OrganizationMove move) {
        var successorId = OrganizationMove.needed(move.successorId(), "successorId");
        var place = organizations.placeUnder(successorId, organization.type()).orElseThrow(() -> new ProblemException(
                List.of(PlatformProblems.REFERENCE_UNKNOWN.at(Place.pointer("/successorId"), successorId))));
        var successor = place.parent();
        var movedLast = tree.movedLast(organization.path()).orElse(move.on());
        access.require(
                OrganizationPath.common(organization.superiorPath(), OrganizationPath.superior(successor.path())),
                Roles.OFFICER, Roles.SYSTEM);
        new Faults()
                .addIf(successor.path().startsWith(organization.path()) || successor.type() != organization.type()
                        || successor.state() != OrganizationState.ACTIVE,
                        OrganizationProblems.SUCCESSOR_UNFIT.at(Place.pointer("/successorId")))
                .addIf(move.on().isBefore(place.since()),
                        OrganizationProblems.DAYS_INCONSISTENT.at(Place.pointer("/on"), move.on(), place.since()))
                .addIf(move.on().isBefore(movedLast),
                        OrganizationProblems.DAYS_INCONSISTENT.at(Place.pointer("/on"), move.on(), movedLast))
                .refuse();
        var from = organization.seat();
        holdings.forEach(holding -> holding.handOver(from, successor, move.on()));
        organization.mergeInto(successor, place.path(), move.on());
        follow(organization, from, null, move.on());
    }

    /** Those below, every row that carries a path, and what others learn of it. */
    private void follow(PartyOrganization organization, Seat from, String code, LocalDate on) {
        organizations.flush();
        var below = tree.moveBelow(from.path(), organization.path(), from.code(), code, on);
        tree.moveRows(from.path(), organization.path());
        outbox.appendMoves(List.of(new OrganizationNews.PathChanged(organization.id(), organization.pathVersion(), on,
                organization.version(), organization.code(), organization.path(), from.path())));
        outbox.appendMoves(below);
    }
}
