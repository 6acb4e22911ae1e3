package newsloom.cleaner;

import java.util.Objects;
import newsloom.contract.Topics;
import newsloom.contract.serde.AvroSerde;
import newsloom.contract.serde.SchemaRegistry;
import newsloom.contract.v1.Article;
import org.apache.kafka.common.errors.SerializationException;

/**
 * Articles as the payload of the items between the steps of the cleaner, written as those of {@code news.articles.v1} are: with the id of the schema that wrote them, so that an instance of another build reads
 * them as far as the schemas allow it. Thread-safe; looks up each schema once.
 */
public final class ArticlePayloads {

    private final AvroSerde<Article> serde;

    public ArticlePayloads(SchemaRegistry registry) {
        this.serde = Topics.ARTICLES.serde(registry);
    }

    /**
     * The bytes of an article.
     *
     * @throws IllegalArgumentException if its schema does not allow what is in it
     * @throws newsloom.contract.serde.RegistryUnavailableException if the registry does not answer
     */
    public byte[] encode(Article article) {
        try {
            return Objects.requireNonNull(serde.serialize(Topics.ARTICLES.name(), article));
        } catch (SerializationException e) {
            throw new IllegalArgumentException("an article that cannot be written", e);
        }
    }

    /**
     * The article of {@link #encode}, of this build or another one.
     *
     * @throws IllegalArgumentException for anything else
     * @throws newsloom.contract.serde.RegistryUnavailableException if the registry does not answer
     */
    public Article decode(byte[] bytes) {
        try {
            return Objects.requireNonNull(serde.deserialize(Topics.ARTICLES.name(), bytes));
        } catch (SerializationException e) {
            throw new IllegalArgumentException("no article between two steps", e);
        }
    }
}
