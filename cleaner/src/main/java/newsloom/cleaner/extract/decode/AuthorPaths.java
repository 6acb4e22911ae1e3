package newsloom.cleaner.extract.decode;

import java.util.List;

/** What the addresses of pages about authors have in their paths. */
public final class AuthorPaths {

    /** Each begins with a slash. */
    static final List<String> PARTS = List.of("/author", "/autor", "/profile", "/people/", "/by/", "/staff/");

    private AuthorPaths() {}

    /** Whether a link to this address may lead to a page about an author. */
    public static boolean in(String address) {
        return PARTS.stream().anyMatch(address::contains);
    }
}
