package newsloom.app.settings;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Numbers with a range, so that a wrong one is told together with all other mistakes. */
public final class Limits {
    private Limits() {}

    /** A TCP port, or 0 for any free one. */
    public static final class Port implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String value) {
            return (int) number(value, 0, 65_535);
        }
    }

    /** Partitions of a topic: 1 to 1 000. */
    public static final class Partitions implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String value) {
            return (int) number(value, 1, 1_000);
        }
    }

    /** Copies of each partition: 1 to 32. */
    public static final class Replicas implements ITypeConverter<Short> {
        @Override
        public Short convert(String value) {
            return (short) number(value, 1, 32);
        }
    }

    /** Stream threads of a service: 1 to 64. */
    public static final class Threads implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String value) {
            return (int) number(value, 1, 64);
        }
    }

    /** A time to wait, in milliseconds: up to an hour. */
    public static final class Millis implements ITypeConverter<Long> {
        @Override
        public Long convert(String value) {
            return number(value, 0, 3_600_000);
        }
    }

    /** How many records: 1 or more. */
    public static final class Count implements ITypeConverter<Long> {
        @Override
        public Long convert(String value) {
            return number(value, 1, Long.MAX_VALUE);
        }
    }

    private static long number(String value, long least, long most) {
        try {
            long number = Long.parseLong(value.strip());
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw outside(value, least, most);
        }
        throw outside(value, least, most);
    }

    private static TypeConversionException outside(String value, long least, long most) {
        var range = most == Long.MAX_VALUE ? least + " or more" : least + " to " + most;
        return new TypeConversionException("'" + value + "' is no whole number of " + range);
    }
}
