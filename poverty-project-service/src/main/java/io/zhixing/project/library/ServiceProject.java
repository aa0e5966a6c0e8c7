package io.zhixing.project.library;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import io.zhixing.platform.outbox.DomainEvent;
import io.zhixing.platform.problem.Faults;
import io.zhixing.platform.problem.Place;
import io.zhixing.platform.time.Ids;
import io.zhixing.project.ProjectProblems;

/** 帮扶项目. Its scope is its territorial organization; the assisting one (结对帮扶) reads it. */
@Entity
@Table(name = "project")
public class ServiceProject {

    /** Its name in the history of steps. */
    static final String RESOURCE = "project";

    @Id
    private UUID id;
    private UUID organizationId;
    private String organizationPath;
    private UUID assistingOrganizationId;
    private String assistingPath;
    private String code;
    private String name;
    @Enumerated(EnumType.STRING)
    private ProjectCategory category;
    @Enumerated(EnumType.STRING)
    private ProjectNature nature;
    private String countyCode;
    private String areaCode;
    private String purposeCode;
    private String implementingUnit;
    private String tasks;
    private String beneficiaries;
    private String benefitMechanism;
    private LocalDate planStart;
    private LocalDate planEnd;
    private int libraryYear;
    private boolean hasPerformanceTarget;
    private long budgetFen;
    @Enumerated(EnumType.STRING)
    private ProjectState status;
    private LocalDate statusOn;
    @Enumerated(EnumType.STRING)
    private ProjectState resumeStatus;
    private String submittedBy;
    private String reviewedBy;
    private String completedBy;
    @Version
    private long version = 1;

    protected ServiceProject() {}

    /** What is stated of a project when it is proposed. */
    public record Facts(String code, String name, ProjectCategory category, ProjectNature nature, UUID organizationId,
            UUID assistingOrganizationId, String countyCode, String areaCode, String purposeCode,
            String implementingUnit, String tasks, String beneficiaries, String benefitMechanism, LocalDate planStart,
            LocalDate planEnd, int libraryYear, LocalDate on) {}

    ServiceProject(Facts facts, String organizationPath, String assistingPath, boolean hasPerformanceTarget) {
        new Faults()
                .addIf(facts.planEnd().isBefore(facts.planStart()),
                        ProjectProblems.PERIOD_REVERSED.at(Place.pointer("/planEnd")))
                .addIf(!facts.areaCode().startsWith(facts.countyCode()),
                        ProjectProblems.COUNTY_MISMATCH.at(Place.pointer("/areaCode")))
                .refuse();
        this.id = Ids.next();
        this.organizationId = facts.organizationId();
        this.organizationPath = organizationPath;
        this.assistingOrganizationId = facts.assistingOrganizationId();
        this.assistingPath = assistingPath;
        this.code = facts.code();
        this.name = facts.name();
        this.category = facts.category();
        this.nature = facts.nature();
        this.countyCode = facts.countyCode();
        this.areaCode = facts.areaCode();
        this.purposeCode = facts.purposeCode();
        this.implementingUnit = facts.implementingUnit();
        this.tasks = facts.tasks();
        this.beneficiaries = facts.beneficiaries();
        this.benefitMechanism = facts.benefitMechanism();
        this.planStart = facts.planStart();
        this.planEnd = facts.planEnd();
        this.libraryYear = facts.libraryYear();
        this.hasPerformanceTarget = hasPerformanceTarget;
        this.status = ProjectState.DRAFT;
        this.statusOn = facts.on();
    }

    /** {@link MoveProject} has judged the step. */
    void reach(ProjectState state, LocalDate on) {
        resumeStatus = state == ProjectState.SUSPENDED ? status : null;
        status = state;
        statusOn = on;
    }

    void submittedBy(String actor) {
        submittedBy = actor;
        reviewedBy = null;
    }

    void reviewedBy(String actor) {
        reviewedBy = actor;
    }

    void completedBy(String actor) {
        completedBy = actor;
    }

    /** Another budget line; its money is posted by the ledger in the same transaction. */
    void budgeted(long fen) {
        budgetFen += fen;
    }

    /**
     * A budget line that was an error; its journal is reversed in the same transaction. A suspended project that was but funded
     * and has no budget left resumes where it waits for one.
     */
    void budgetReversed(long fen) {
        budgetFen -= fen;
        if (resumeStatus == ProjectState.FUNDED && budgetFen == 0) {
            resumeStatus = ProjectState.IN_LIBRARY;
        }
    }

    /** @param years, its own included, in which an entry of the library is funded; 0 where no number is known */
    boolean isCurrentOn(LocalDate on, long years) {
        return years == 0 || on.getYear() >= libraryYear && on.getYear() < libraryYear + years;
    }

    /** Content that is asked for from the county's review on. */
    boolean isEntryComplete() {
        return tasks != null && beneficiaries != null && benefitMechanism != null;
    }

    public UUID id() {
        return id;
    }

    public UUID organizationId() {
        return organizationId;
    }

    public String path() {
        return organizationPath;
    }

    String assistingPath() {
        return assistingPath;
    }

    public String countyCode() {
        return countyCode;
    }

    public String purposeCode() {
        return purposeCode;
    }

    public boolean hasPerformanceTarget() {
        return hasPerformanceTarget;
    }

    public long budgetFen() {
        return budgetFen;
    }

    public ProjectState state() {
        return status;
    }

    public LocalDate stateOn() {
        return statusOn;
    }

    public ProjectState resumeState() {
        return resumeStatus;
    }

    public String submitter() {
        return submittedBy;
    }

    public String completer() {
        return completedBy;
    }

    int libraryYear() {
        return libraryYear;
    }

    public long version() {
        return version;
    }

    /** @param budgets null where they are not shown */
    ProjectView view(List<ProjectView.BudgetShare> budgets) {
        return new ProjectView(id, organizationId, assistingOrganizationId, code, name, category, nature, countyCode,
                areaCode, purposeCode, implementingUnit, tasks, beneficiaries, benefitMechanism, planStart, planEnd,
                libraryYear, hasPerformanceTarget, budgetFen, status, statusOn, budgets, version);
    }

    Changed changed(ProjectState from) {
        return new Changed(id, version, organizationId, statusOn, assistingOrganizationId, code, category, countyCode,
                areaCode, hasPerformanceTarget, budgetFen, from, status);
    }

    /** A project after a step or a budget; {@code from} equals {@code state} where no step was taken. */
    public record Changed(UUID projectId, long version, UUID organizationId, LocalDate effectiveOn,
            UUID assistingOrganizationId, String code, ProjectCategory category, String countyCode, String areaCode,
            boolean hasPerformanceTarget, long budgetFen, ProjectState from,
            ProjectState state) implements DomainEvent {

        @Override
        public UUID aggregateId() {
            return projectId;
        }
    }
}
