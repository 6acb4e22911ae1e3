package newsloom.runtime.streams;

import newsloom.contract.serde.RegistryUnavailableException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.LogAndContinueExceptionHandler;

/** Bytes that cannot be read go to the dead letters with their headers; a registry that is away, and what another build wrote in its form, stop the task instead, for no record is at fault. */
public final class UnreadableToDeadLetters extends LogAndContinueExceptionHandler {

    @Override
    public Response handleError(
            ErrorHandlerContext context, ConsumerRecord<byte[], byte[]> record, Exception exception) {
        if (isNoFaultOfTheRecord(exception)) {
            return Response.fail();
        }
        Response response = super.handleError(context, record, exception);
        return Response.resume(LetterLimits.fit(response.deadLetterQueueRecords()));
    }

    private static boolean isNoFaultOfTheRecord(Throwable error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof RegistryUnavailableException || cause instanceof OtherFormException) {
                return true;
            }
        }
        return false;
    }
}
