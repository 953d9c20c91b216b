package fieldloom.job;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Duration;
import javax.net.ssl.SSLException;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/**
 * A document that was got from a server.
 *
 * @param name the last part of its address, for a file: {@code orders.json}
 * @param content its bytes; not more than were asked for
 */
public record WebDocument(String name, byte[] content) {
  private static final Duration CONNECT = Duration.ofSeconds(10);
  private static final Duration ALL = Duration.ofSeconds(60);

  /**
   * Gets a document by HTTP. Nothing is sent but the request and the login, and that to the server
   * of the address only, wherever it sends one on to: no cookie.
   *
   * @param address begins with {@code http://} or {@code https://}
   * @param most bytes that are read; the rest is left
   * @throws IOException where it cannot be got, with one sentence that says why and what to do
   */
  public static WebDocument get(String address, int most, WebLogin login) throws IOException {
    HttpUrl url = HttpUrl.parse(address.strip());
    if (url == null) {
      throw new IOException(
          "“"
              + address.strip()
              + "” is no web address; write one such as https://host/orders.json.");
    }
    Headers headers = headers(login);
    OkHttpClient client =
        new OkHttpClient.Builder()
            .connectTimeout(CONNECT)
            .callTimeout(ALL)
            .addNetworkInterceptor(chain -> chain.proceed(told(chain.request(), url, headers)))
            .build();
    Request request = new Request.Builder().url(url).build();
    try (Response response = client.newCall(request).execute()) {
      if (!response.isSuccessful()) {
        throw new IOException(refused(url, response.code(), headers.size() > 0));
      }
      try (InputStream in = response.body().byteStream()) {
        return new WebDocument(name(url), in.readNBytes(most));
      }
    } catch (UnknownHostException e) {
      throw new IOException(
          "There is no server " + url.host() + "; check the address and the network.", e);
    } catch (ConnectException e) {
      throw new IOException(
          "The server "
              + url.host()
              + " does not answer on port "
              + url.port()
              + "; check the address, and that it runs.",
          e);
    } catch (SSLException e) {
      throw new IOException(
          "The server "
              + url.host()
              + " cannot be trusted: "
              + e.getMessage()
              + "; check the address, or its certificate.",
          e);
    } catch (InterruptedIOException e) {
      throw new IOException(
          "The server "
              + url.host()
              + " took longer than "
              + ALL.toSeconds()
              + " s; try again, or save the document to a file and open that.",
          e);
    } finally {
      client.dispatcher().executorService().shutdown();
      client.connectionPool().evictAll();
    }
  }

  private static Headers headers(WebLogin login) throws IOException {
    try {
      return login.headers();
    } catch (IllegalArgumentException e) {
      throw new IOException(
          "The header has characters that no header may have; write a name such as X-Api-Key and a"
              + " value of letters, digits and signs.",
          e);
    }
  }

  /** Another server that one is sent on to is not told who asks. */
  private static Request told(Request request, HttpUrl url, Headers headers) {
    HttpUrl to = request.url();
    boolean same =
        to.host().equals(url.host()) && to.port() == url.port() && to.scheme().equals(url.scheme());
    Request.Builder made = request.newBuilder();
    if (same) {
      headers.forEach(header -> made.header(header.getFirst(), header.getSecond()));
    }
    return made.build();
  }

  private static String refused(HttpUrl url, int status, boolean loggedIn) {
    String said = "The server " + url.host() + " answers " + status + " for " + url.encodedPath();
    return switch (status) {
      case 401, 403 ->
          loggedIn
              ? said + ": it does not take this login; check it, and whether it may read that."
              : said + ": it wants a login; give one with Login.";
      case 404, 410 -> said + ": there is no such document; check the address.";
      default -> said + "; look whether the address opens in a browser.";
    };
  }

  private static String name(HttpUrl url) {
    String last = url.pathSegments().getLast();
    String plain = last.replaceAll("[^\\p{L}\\p{N}._-]+", "-");
    return plain.isEmpty() ? url.host() : plain;
  }
}
