package newsloom.app;

import java.util.Optional;
import org.apache.kafka.common.utils.AppInfoParser;
import picocli.CommandLine.IVersionProvider;

/** Versions of what runs, for bug reports. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        var own = Optional.ofNullable(Version.class.getPackage().getImplementationVersion());
        return new String[] {
            "newsloom " + own.orElse("(unpackaged)"), "Kafka " + AppInfoParser.getVersion(), "Java " + Runtime.version()
        };
    }
}
