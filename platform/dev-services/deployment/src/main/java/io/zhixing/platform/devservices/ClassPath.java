package io.zhixing.platform.devservices;

import java.io.File;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

import io.quarkus.bootstrap.model.ApplicationModel;
import io.quarkus.maven.dependency.ResolvedDependency;

/**
 * What the JVMs of broker and identity server run on: all that the application is built with, their own jars first. A JVM
 * looks for each class in jar after jar, which is a third of a broker's start when somebody else's stand before its own.
 */
final class ClassPath {

    /** The groups of most of the classes that the servers load. */
    private static final List<String> SERVERS = List.of("org.apache.kafka", "org.scala-lang",
            "org.apache.logging.log4j",
            "org.slf4j", "org.jboss.slf4j", "org.jboss.logmanager", "com.yammer.metrics", "no.nav.security",
            "org.jetbrains.kotlin", "com.squareup.okhttp3", "com.squareup.okio", "com.nimbusds", "tools.jackson.core",
            "tools.jackson.module", "com.fasterxml.jackson.core", "org.freemarker");

    private ClassPath() {}

    static String ofServers(ApplicationModel model) {
        return model.getDependencies().stream().sorted(Comparator.comparingInt(ClassPath::place))
                .flatMap(dependency -> dependency.getResolvedPaths().stream()).map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static int place(ResolvedDependency dependency) {
        int place = SERVERS.indexOf(dependency.getGroupId());
        return place < 0 ? SERVERS.size() : place;
    }
}
