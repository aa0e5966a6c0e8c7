package io.zhixing.platform.notaplatform;

import io.zhixing.mill.GrindFlour;

/** Breaks: a platform that knows a service. */
public class KnowsTheMill {

    GrindFlour grinder;
}
