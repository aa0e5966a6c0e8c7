package io.zhixing.city.launch;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.zhixing.city.CityFailure;

/**
 * Everything the city keeps between two starts. One launcher at a time holds it: two brokers on one folder would corrupt
 * their log.
 */
public final class DataFolder implements AutoCloseable {

    /** A start on a folder of another major version is refused: its files would be read wrongly. */
    static final Map<String, String> MAJOR_VERSIONS = Map.of("city", "1", "postgres", "17", "kafka", "4");

    private static final String LOCK = "lock";
    private static final String MARKER = "versions.json";
    private static final String DRAFT = ".new";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path folder;
    private final FileChannel lock;

    private DataFolder(Path folder, FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /** Takes the lock before anything else; refuses a folder that holds other things than a city. */
    public static DataFolder open(Path folder) {
        try {
            Files.createDirectories(folder);
            refuseForeign(folder);
            var channel = FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!locked(channel)) {
                channel.close();
                throw new CityFailure("数据文件夹 " + folder + " 正由另一个启动器使用；请先停止它，或用 --data 另选文件夹",
                        "Another launcher holds the data folder " + folder
                                + "; stop it, or choose another with --data");
            }
            return new DataFolder(folder, channel);
        } catch (IOException failure) {
            throw new CityFailure("数据文件夹 " + folder + " 无法写入（" + failure + "）；请用 --data 另选文件夹",
                    "The data folder " + folder + " cannot be written; choose another with --data");
        }
    }

    /** Removes the data of earlier starts, for which the lock is held already. */
    public void empty() {
        try {
            for (var file : toEmpty()) {
                Files.delete(file);
            }
        } catch (IOException failure) {
            throw new CityFailure("无法清空数据文件夹（" + failure + "）", "The data folder cannot be emptied");
        }
    }

    /** In their order: the marker last, since without it a start refuses what is left as somebody else's. */
    List<Path> toEmpty() throws IOException {
        var marker = folder.resolve(MARKER);
        try (var files = Files.walk(folder)) {
            return files.filter(file -> !file.equals(folder) && !file.equals(folder.resolve(LOCK)))
                    .sorted(Comparator.<Path, Boolean>comparing(marker::equals)
                            .thenComparing(Comparator.reverseOrder()))
                    .toList();
        }
    }

    /** Refuses data of another major version, then marks the folder with the present ones. */
    public void requireOwnVersions() {
        var found = read(MARKER).orElse(MAJOR_VERSIONS);
        if (!found.equals(MAJOR_VERSIONS)) {
            throw new CityFailure(
                    "数据文件夹 " + folder + " 的版本为 " + found + "，本程序为 " + MAJOR_VERSIONS + "；请用 --fresh 清空，或用 --data 另选文件夹",
                    "The data folder " + folder + " is of versions " + found + ", this program of " + MAJOR_VERSIONS
                            + "; empty it with --fresh, or choose another with --data");
        }
        write(MARKER, MAJOR_VERSIONS);
    }

    /** Fails early when the disk has not so many bytes left, instead of half-way through a load. */
    public void requireSpace(long bytes) {
        long free = folder.toFile().getUsableSpace();
        if (free < bytes) {
            throw new CityFailure(
                    "磁盘空间不足：" + folder + " 仅剩 " + megabytes(free) + " MB，需要 " + megabytes(bytes) + " MB",
                    "The disk is full: " + folder + " has " + megabytes(free) + " MB left, " + megabytes(bytes)
                            + " MB are needed");
        }
    }

    public Path path(String first, String... more) {
        return folder.resolve(Path.of(first, more));
    }

    /** The entries of a small JSON file, if it is there. */
    public Optional<Map<String, String>> read(String name) {
        var file = folder.resolve(name);
        try {
            return Files.exists(file) ? Optional.ofNullable(JSON.readValue(file.toFile(), new TypeReference<>() {
            })) : Optional.empty();
        } catch (IOException failure) {
            throw new CityFailure("文件 " + file + " 无法读取；请用 --fresh 清空", "The file " + file
                    + " cannot be read; empty the folder with --fresh");
        }
    }

    /** Replaces a small JSON file that the owner alone may read; a reader never sees half of it. */
    public void write(String name, Object content) {
        try {
            writePrivately(folder.resolve(name), JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(content));
        } catch (IOException failure) {
            throw new CityFailure("无法写入 " + folder.resolve(name) + "（" + failure + "）",
                    "The file " + folder.resolve(name) + " cannot be written");
        }
    }

    static void writePrivately(Path file, byte[] content) throws IOException {
        Files.createDirectories(file.getParent());
        var draft = file.resolveSibling(file.getFileName() + DRAFT);
        Files.deleteIfExists(draft);
        Files.createFile(draft,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.write(draft, content);
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }

    public void remove(String name) {
        try {
            Files.deleteIfExists(folder.resolve(name));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException heldHere) {
            return false;
        }
    }

    /** {@code --fresh} deletes: a folder that is not a city's is never taken for one. */
    private static void refuseForeign(Path folder) {
        File[] files = folder.toFile()
                .listFiles((parent, name) -> !name.equals(LOCK) && !name.equals(MARKER + DRAFT));
        if (files != null && files.length > 0 && !Files.exists(folder.resolve(MARKER))) {
            throw new CityFailure("文件夹 " + folder + " 里有其他文件，不是城市的数据文件夹；请用 --data 另选",
                    "The folder " + folder
                            + " holds other files and is no city's data folder; choose another with --data");
        }
    }

    private static long megabytes(long bytes) {
        return bytes / 1_000_000;
    }
}
