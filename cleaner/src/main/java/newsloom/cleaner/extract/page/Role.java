package newsloom.cleaner.extract.page;

import java.util.EnumSet;
import java.util.Set;

/** What an element's tag, class, id or ARIA role says that it is for; a hint that the scoring weighs, never a verdict. */
@SuppressWarnings("EnumOrdinal") // bits are numbered by it
public enum Role {
    NAVIGATION,
    FOOTER,
    HEADER,
    ASIDE,
    FIGURE,
    CAPTION,
    LIST,
    TABLE,
    QUOTE,
    CODE,
    HIDDEN,
    COMMENTS,
    RELATED,
    SHARE,
    PROMOTION,
    NEWSLETTER,
    BYLINE,
    DATE,
    CONSENT,
    TAGS,
    MEDIA,
    FORM,
    BIOGRAPHY,
    EMBED,
    TITLE,
    LEAD,
    ARTICLE,
    MAIN,
    BODY_TEXT;

    /** Roles of things around an article: text in them counts for nothing when the main region is looked for. */
    public static final int AROUND = bits(EnumSet.of(
            NAVIGATION,
            FOOTER,
            ASIDE,
            CAPTION,
            HIDDEN,
            COMMENTS,
            RELATED,
            SHARE,
            PROMOTION,
            NEWSLETTER,
            CONSENT,
            TAGS,
            FORM,
            BIOGRAPHY));

    /** The bits of all roles. */
    static final int ALL = bits(EnumSet.allOf(Role.class));

    /** The bit of this role in a set of roles. */
    public int bit() {
        return 1 << ordinal();
    }

    /** Whether this role is one of the set, which is a sum of {@link #bit}s. */
    public boolean in(int roles) {
        return (roles & bit()) != 0;
    }

    private static int bits(Set<Role> roles) {
        return roles.stream().mapToInt(Role::bit).reduce(0, (all, bit) -> all | bit);
    }
}
