package newsloom.app.hostile;

import java.util.Random;

/** What somebody writes who wants to hurt a reader of pages. The text goes into the page at a random place. */
enum MarkupMutation {
    NESTED_TAGS {
        @Override
        String markup(Random random) {
            return pick(
                            random,
                            "<div>",
                            "<b><table><tr><td>",
                            "<svg><g>",
                            "<ul><li>",
                            "<template>",
                            "<form><select>",
                            "<math><mi>")
                    .repeat(size(random, 5_000));
        }
    },
    MANY_ATTRIBUTES {
        @Override
        String markup(Random random) {
            var tag = new StringBuilder("<body");
            for (int n = size(random, 5_000); n > 0; n--) {
                tag.append(" a").append(n).append("=\"x\"");
            }
            return tag.append('>').toString();
        }
    },
    LONG_ATTRIBUTE {
        @Override
        String markup(Random random) {
            return "<p class=\"" + "menu ".repeat(size(random, 40_000));
        }
    },
    MANY_LINKS {
        @Override
        String markup(Random random) {
            return "<a href=\"/x\">More</a> ".repeat(size(random, 5_000));
        }
    },
    LONG_TEXT {
        @Override
        String markup(Random random) {
            return "<p>"
                    + pick(random, "word ", "x", "漢字", "ا", "\u0301", "&#x1F6A2;", "&nbsp;")
                            .repeat(size(random, 80_000));
        }
    },
    UNCLOSED {
        @Override
        String markup(Random random) {
            return pick(
                    random,
                    "<!--",
                    "<script>",
                    "<style>",
                    "<textarea>",
                    "<![CDATA[",
                    "<title>",
                    "<noscript>",
                    "<plaintext>",
                    "<a href='");
        }
    },
    ENTITIES {
        @Override
        String markup(Random random) {
            return pick(
                            random,
                            "&#0;",
                            "&#x110000;",
                            "&#xD800;",
                            "&#99999999999;",
                            "&lt;script&gt;",
                            "&amp;amp;",
                            "&\u0000;")
                    .repeat(size(random, 2_000));
        }
    },
    EXTERNAL_ENTITY {
        @Override
        String markup(Random random) {
            return "<?xml version=\"1.0\"?><!DOCTYPE html [<!ENTITY x SYSTEM \"file:///etc/passwd\"><!ENTITY y \"&x;&x;&x;\">]><p>&x;&y;</p>";
        }
    },
    STEERING_CHARACTERS {
        @Override
        String markup(Random random) {
            return "<h1>\u001b]0;owned\u0007\u001b[2J\u202egnp.exe\u2066</h1><meta property=\"og:title\" content=\"\u009b31m\u0000\u202e\">"
                    + "<meta name=\"author\" content=\"<img src=x onerror=alert(1)>\u001b[1m\">";
        }
    },
    LINKED_DATA {
        @Override
        String markup(Random random) {
            return "<script type=\"application/ld+json\">"
                    + pick(
                            random,
                            "[".repeat(size(random, 20_000)),
                            "{\"a\":".repeat(size(random, 20_000)),
                            "{\"@type\":\"NewsArticle\",\"articleBody\":[[[{}]]],\"datePublished\":-1e999,\"author\":{\"name\":{\"name\":[]}}}",
                            "{\"@type\":[[\"NewsArticle\"]],\"headline\":\"" + "A".repeat(size(random, 80_000)) + "\"}",
                            "{\"@type\":\"NewsArticle\",\"datePublished\":\"999999999-99-99T99:99:99+99:99\",\"isAccessibleForFree\":\"maybe\"}")
                    + "</script>";
        }
    },
    META_LIES {
        @Override
        String markup(Random random) {
            return pick(
                    random,
                    "<meta charset=\"utf-7\">",
                    "<meta charset=\"\u0000\">",
                    "<meta http-equiv=\"content-type\" content=\"text/html; charset=x-no-such\">",
                    "<base href=\"javascript:alert(1)\">",
                    "<link rel=\"canonical\" href=\"http://[::1\">",
                    "<link rel=\"canonical\" href=\"" + "https://a.example/".repeat(size(random, 2_000)) + "\">",
                    "<html lang=\"" + "x-".repeat(size(random, 2_000)) + "\">",
                    "<meta property=\"article:published_time\" content=\"+1000000000-01-01T00:00:00Z\">",
                    "<meta http-equiv=\"refresh\" content=\"0;url=file:///etc/passwd\">");
        }
    };

    private static final int HUGE = 25;

    abstract String markup(Random random);

    /** Mostly small; the largest only now and then, or a run would do nothing else. */
    private static int size(Random random, int most) {
        return 1 + random.nextInt(random.nextInt(HUGE) == 0 ? most : Math.max(1, most / 50));
    }

    private static String pick(Random random, String... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
