package io.zhixing.organization.structure;

/** The code of an organization (组织编码): its superior's and three digits more, eight levels at most, as the table has it too. */
final class OrganizationCode {

    static final String FORM = "([0-9]{3}){1,8}";
    static final int MOST_LEVELS = 8;
    static final int DIGITS_A_LEVEL = 3;

    private OrganizationCode() {}

    static int levels(String code) {
        return code.length() / DIGITS_A_LEVEL;
    }

    static boolean isDirectlyUnder(String code, String superior) {
        return code.startsWith(superior) && code.length() == superior.length() + DIGITS_A_LEVEL;
    }
}
