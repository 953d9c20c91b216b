package fieldloom.job;

import java.nio.charset.StandardCharsets;
import okhttp3.Credentials;
import okhttp3.Headers;

/** Who asks a server for a document. It is sent to that server only, and kept nowhere. */
public sealed interface WebLogin {
  /** Nobody in particular. */
  WebLogin NONE = new None();

  /** Nothing is sent. */
  record None() implements WebLogin {}

  /** A user and a password, as HTTP Basic has them. */
  record Basic(String user, String password) implements WebLogin {
    @Override
    public String toString() {
      return "Basic[" + user + "]";
    }
  }

  /** A header that the server knows somebody by: {@code X-Api-Key} or {@code Authorization}. */
  record Header(String name, String value) implements WebLogin {
    @Override
    public String toString() {
      return "Header[" + name + "]";
    }
  }

  /**
   * The header that is sent; none for {@link None}.
   *
   * @throws IllegalArgumentException where a name or value has characters that no header may have
   */
  default Headers headers() {
    return switch (this) {
      case None none -> new Headers.Builder().build();
      case Basic basic ->
          new Headers.Builder()
              .add(
                  "Authorization",
                  Credentials.basic(basic.user(), basic.password(), StandardCharsets.UTF_8))
              .build();
      case Header header ->
          new Headers.Builder().add(header.name().strip(), header.value().strip()).build();
    };
  }
}
