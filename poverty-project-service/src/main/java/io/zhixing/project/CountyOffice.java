package io.zhixing.project;

import java.util.regex.Pattern;

/** Where the county's approvers and finance (县审批, 县财政) sit, who decide about the projects and orders of the places below; and the town's. */
public final class CountyOffice {

    /** The county's organization is on the second level of a path key, below the city's. */
    private static final Pattern COUNTY = Pattern.compile("(/[^/]+){1,2}/");

    /** The town's is on the next. */
    private static final Pattern TOWN = Pattern.compile("(/[^/]+){1,3}/");

    private CountyOffice() {}

    /** The organization of the county's level on a path such as {@code /0001/0002/0003/}; the city's where it ends there. */
    public static String of(String path) {
        return first(COUNTY, path);
    }

    /** The organization of the town's level (镇审核) on a path; the last one where it ends above. */
    public static String townOf(String path) {
        return first(TOWN, path);
    }

    private static String first(Pattern levels, String path) {
        var found = levels.matcher(path);
        return found.lookingAt() ? found.group() : path;
    }
}
