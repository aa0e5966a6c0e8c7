package io.zhixing.organization.structure;

/** What kind of organization it is, where and in which sector: what {@code change-type} changes. */
record Nature(OrganizationType type, BranchKind kind, Sector sector, String areaCode, Particulars particulars) {

    /** This with what is stated, where null is not stated; only a branch has a kind, and a temporary one alone keeps its project. */
    Nature with(Nature stated) {
        var newType = stated.type == null ? type : stated.type;
        var newKind = stated.kind == null ? kindOf(newType) : stated.kind;
        var kept = newKind == BranchKind.TEMPORARY ? particulars : particulars.withoutProject();
        return new Nature(newType, newKind,
                stated.sector == null ? sector : stated.sector, stated.areaCode == null ? areaCode : stated.areaCode,
                kept.with(stated.particulars));
    }

    private BranchKind kindOf(OrganizationType newType) {
        if (newType != OrganizationType.BRANCH) {
            return null;
        }
        return kind == null ? BranchKind.STANDARD : kind;
    }
}
