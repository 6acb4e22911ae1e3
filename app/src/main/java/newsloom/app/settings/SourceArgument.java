package newsloom.app.settings;

import java.nio.file.Files;
import java.nio.file.Path;
import newsloom.ingest.IngestSettings;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A file or folder that is there, or {@code -} for standard input. */
public final class SourceArgument implements ITypeConverter<String> {
    @Override
    public String convert(String value) {
        if (!value.equals(IngestSettings.STANDARD_INPUT) && !Files.exists(Path.of(value))) {
            throw new TypeConversionException("there is no file or folder " + value);
        }
        return value;
    }
}
