package io.zhixing.organization.structure;

/** What a path key such as {@code /0001/0002/} tells of the organizations on it. */
public final class OrganizationPath {

    /** Level of a county's office, counted from the root, which is 1. */
    public static final int COUNTY = 2;

    private OrganizationPath() {}

    /** Where the office sits that decides about the organization: its superior. The root has none and decides about itself. */
    public static String superior(String path) {
        var above = path.substring(0, path.lastIndexOf('/', path.length() - 2) + 1);
        return above.length() > 1 ? above : path;
    }

    /** Whether one office decides about both. */
    public static boolean haveOneSuperior(String one, String other) {
        return superior(one).equals(superior(other));
    }

    /** Whether it is the path of the one organization that has no superior. */
    public static boolean isRoot(String path) {
        return superior(path).equals(path);
    }

    /** The organization of a county's level on the path, or the nearest above it where the path ends before: its office decides. */
    public static String county(String path) {
        var here = path;
        while (level(here) > COUNTY) {
            here = superior(here);
        }
        return here;
    }

    /** Of a path key such as {@code /0001/0002/}: 2. */
    public static long level(String path) {
        return path.chars().filter(character -> character == '/').count() - 1;
    }

    /** The path of the lowest organization above both, or of one of the two when it stands above the other. */
    static String common(String one, String other) {
        int length = 0;
        while (length < one.length() && length < other.length() && one.charAt(length) == other.charAt(length)) {
            length++;
        }
        return one.substring(0, one.lastIndexOf('/', length - 1) + 1);
    }
}
