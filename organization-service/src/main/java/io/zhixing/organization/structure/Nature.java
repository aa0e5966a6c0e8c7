package io.zhixing.organization.structure;

/** What kind of organization it is, where and in which sector: what {@code change-type} changes. */
record Nature(OrganizationType type, BranchKind kind, Sector sector, String areaCode, Particulars particulars) {

    /** This with what is stated, where null is not stated; only a branch has a kind. */
    Nature with(Nature stated) {
        var newType = stated.type == null ? type : stated.type;
        return new Nature(newType, stated.kind == null ? kindOf(newType) : stated.kind,
                stated.sector == null ? sector : stated.sector, stated.areaCode == null ? areaCode : stated.areaCode,
                particulars.with(stated.particulars));
    }

    private BranchKind kindOf(OrganizationType newType) {
        if (newType != OrganizationType.BRANCH) {
            return null;
        }
        return kind == null ? BranchKind.STANDARD : kind;
    }
}
