package io.zhixing.project;

import java.util.regex.Pattern;

/** The code of a county (县区代码), GB/T 2260. */
public final class CountyCode {

    public static final Pattern FORM = Pattern.compile("[0-9]{6}");

    private CountyCode() {}
}
