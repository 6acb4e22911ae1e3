package newsloom.ingest.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import newsloom.ingest.page.Limits;

/** Tells whether JSON that nobody named is one of pages, by the first object in it. Stateless. */
public final class JsonHead {
    private static final JsonFactory JSON = JsonPages.factory(Limits.DEFAULT);

    private JsonHead() {}

    /** False for settings, manifests and the like: the first object is whole and of no known shape. What is damaged may be pages. */
    public static boolean mayTellPages(InputStream in) throws IOException {
        try (JsonParser json = JSON.createParser(in)) {
            JsonToken first = json.nextToken();
            if (first == JsonToken.START_ARRAY) {
                first = json.nextToken();
            }
            return first == JsonToken.START_OBJECT && hasBody(json);
        } catch (JsonProcessingException e) {
            return true;
        }
    }

    private static boolean hasBody(JsonParser json) throws IOException {
        for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
            if (JsonShape.isBody(name)) {
                return true;
            }
            json.nextToken();
            json.skipChildren();
        }
        return false;
    }
}
