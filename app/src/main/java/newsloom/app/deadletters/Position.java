package newsloom.app.deadletters;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Where a dead letter lies: {@code partition:offset}. */
record Position(int partition, long offset) {

    @Override
    public String toString() {
        return partition + ":" + offset;
    }

    /** From the command line. */
    static final class Converter implements ITypeConverter<Position> {
        @Override
        public Position convert(String value) {
            int colon = value.indexOf(':');
            try {
                if (colon > 0) {
                    return new Position(
                            Integer.parseUnsignedInt(value.substring(0, colon)),
                            Long.parseUnsignedLong(value.substring(colon + 1)));
                }
            } catch (NumberFormatException e) {
                throw wrong(value);
            }
            throw wrong(value);
        }

        private static TypeConversionException wrong(String value) {
            return new TypeConversionException(
                    "'" + value + "' is no position: PARTITION:OFFSET, as `dlq ls` shows it");
        }
    }
}
