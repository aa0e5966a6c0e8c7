package io.zhixing.project;

import java.util.regex.Pattern;

/** Where the county's approvers and finance (县审批, 县财政) sit, who decide about the projects and orders of the places below. */
public final class CountyOffice {

    /** The county's organization is on the second level of a path key, below the city's. */
    private static final Pattern COUNTY = Pattern.compile("(/[^/]+){1,2}/");

    private CountyOffice() {}

    /** The organization of the county's level on a path such as {@code /0001/0002/0003/}; the city's where it ends there. */
    public static String of(String path) {
        var county = COUNTY.matcher(path);
        return county.lookingAt() ? county.group() : path;
    }
}
