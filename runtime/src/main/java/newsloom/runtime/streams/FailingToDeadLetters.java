package newsloom.runtime.streams;

import org.apache.kafka.common.KafkaException;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.LogAndContinueProcessingExceptionHandler;
import org.apache.kafka.streams.processor.api.Record;

/**
 * A record on which a step fails goes to the dead letters with its headers. What Kafka itself throws is an outage and stops the task, which tries again after a restart.
 */
public final class FailingToDeadLetters extends LogAndContinueProcessingExceptionHandler {

    @Override
    public Response handleError(ErrorHandlerContext context, Record<?, ?> record, Exception exception) {
        if (exception instanceof KafkaException) {
            return Response.fail();
        }
        Response response = super.handleError(context, record, exception);
        return Response.resume(LetterLimits.fit(response.deadLetterQueueRecords()));
    }
}
