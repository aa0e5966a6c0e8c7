package io.zhixing.organization.term;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.RequestScoped;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import io.zhixing.organization.OrganizationProblems;
import io.zhixing.organization.Roles;
import io.zhixing.organization.rule.RuleTable;
import io.zhixing.organization.structure.OrganizationPath;
import io.zhixing.platform.access.Access;
import io.zhixing.platform.imports.ImportKind;
import io.zhixing.platform.imports.ImportRow;
import io.zhixing.platform.imports.ImportRun;
import io.zhixing.platform.imports.RowOutcome;
import io.zhixing.platform.outbox.Outbox;
import io.zhixing.platform.problem.Place;
import io.zhixing.platform.problem.PlatformProblems;
import io.zhixing.platform.problem.ProblemException;
import io.zhixing.platform.time.Shanghai;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Terms from before the register, from files, judged like single ones. A term that is known by its number is UNCHANGED when
 * the row says the same and refused when it says something else: it ends by a step or by the next election.
 */
@RequestScoped
public class TermImport implements ImportKind<TermImport.TermRow> {

    public record TermRow(
            @Schema(description = "组织编码 Code of the organization") @NotBlank @Size(max = 40) String organizationCode,
            @Schema(description = "届次 Number of the term") @NotNull @Min(1) @Max(200) Integer number,
            @Schema(description = "当选日期 First day, not after today") @NotNull LocalDate electedOn,
            @Schema(description = "年限 Years") @NotNull @Min(1) @Max(10) Integer years,
            @Schema(description = "结束日期 Day on which the next term began; empty for the one that runs") LocalDate endedOn,
            @Schema(description = "年限不一致的原因 Why the years differ from the rule of the day") @Size(max = 500) String deviationReason) {

        RecordTerm.Stated of(UUID organization) {
            return new RecordTerm.Stated(organization, number, electedOn, years, endedOn, deviationReason);
        }
    }

    private final TermRows terms;
    private final TermPolicy policy;
    private final Access access;
    private final Outbox outbox;
    private final Clock clock;

    TermImport(TermRows terms, TermPolicy policy, Access access, Outbox outbox, Clock clock) {
        this.terms = terms;
        this.policy = policy;
        this.access = access;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "committee-terms";
    }

    @Override
    public Class<TermRow> row() {
        return TermRow.class;
    }

    @Override
    public Map<String, String> ignoredColumns() {
        return Map.of("organizationName", "组织名称");
    }

    /** A term must not overlap another one, which may stand in the same file. */
    @Override
    public boolean refersToItself() {
        return true;
    }

    @Override
    public ImportRun<TermRow> begin() {
        return new Run(policy.table());
    }

    private final class Run implements ImportRun<TermRow> {

        private final RuleTable rules;

        Run(RuleTable rules) {
            this.rules = rules;
        }

        @Override
        public String key(TermRow row) {
            return row.organizationCode() + "/" + row.number();
        }

        @Override
        public List<RowOutcome> apply(List<ImportRow<TermRow>> rows) {
            var electors = terms.electors(rows.stream().map(row -> row.value().organizationCode()).toList());
            var known = terms.of(electors.values().stream().map(TermRows.Elector::id).toList());
            var fresh = new ArrayList<CommitteeTerm>();
            var outcomes = RowOutcome.ofEach(rows, row -> outcome(row.value(), electors, known, fresh));
            terms.write(fresh);
            var paths = new HashMap<UUID, String>();
            electors.values().forEach(elector -> paths.put(elector.id(), elector.path()));
            outbox.appendAll(fresh.stream().map(term -> term.changed(term.electedOn())).toList(),
                    event -> paths.get(event.organizationId()));
            return outcomes;
        }

        private RowOutcome outcome(TermRow row, Map<String, TermRows.Elector> electors, List<TermRows.Known> known,
                List<CommitteeTerm> fresh) {
            var elector = Optional.ofNullable(electors.get(row.organizationCode()))
                    .orElseThrow(() -> new ProblemException(List.of(PlatformProblems.REFERENCE_UNKNOWN
                            .at(Place.pointer("/organizationCode"), row.organizationCode()))));
            access.require(OrganizationPath.superior(elector.path()), Roles.OFFICER, Roles.SYSTEM);
            var deviation = TermPolicy.deviation(rules::inForce, elector.type(), elector.sector(), row.years(),
                    row.electedOn()).orElse(null);
            var stated = row.of(elector.id());
            RecordTerm.judge(stated,
                    new RecordTerm.Elector("/organizationCode", elector.isInPlace(), elector.establishedOn()),
                    deviation,
                    Shanghai.today(clock));
            var term = RecordTerm.recorded(stated, deviation);
            var entry = new TermRows.Known(term.id(), elector.id(), row.number(), row.electedOn(),
                    term.heldFrom(), row.years(), row.endedOn(), term.version());
            var same = known.stream().filter(other -> saysTheSame(entry, other)).findFirst();
            if (same.isPresent()) {
                return RowOutcome.unchanged(same.get().id(), same.get().version());
            }
            refuseBeside(entry, known);
            known.add(entry);
            fresh.add(term);
            return RowOutcome.created(term.id(), term.version());
        }
    }

    private static boolean saysTheSame(TermRows.Known row, TermRows.Known other) {
        return row.organization().equals(other.organization()) && row.number() == other.number()
                && row.electedOn().equals(other.electedOn()) && row.years() == other.years()
                && (row.endedOn() == null || Objects.equals(row.endedOn(), other.endedOn()));
    }

    /** What the constraints of the table would refuse, in their order; two terms that run overlap. */
    private static void refuseBeside(TermRows.Known entry, List<TermRows.Known> known) {
        for (var other : known) {
            if (!other.organization().equals(entry.organization())) {
                continue;
            }
            if (other.number() == entry.number()) {
                throw OrganizationProblems.TERM_NUMBER_TAKEN.about();
            }
            if (entry.overlaps(other)) {
                throw OrganizationProblems.TERM_OVERLAPS.about();
            }
        }
    }
}
