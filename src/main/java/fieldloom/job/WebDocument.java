package fieldloom.job;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Duration;
import javax.net.ssl.SSLException;
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
   * Gets a document by HTTP. Nothing is sent but the request: no cookie, no login.
   *
   * @param address begins with {@code http://} or {@code https://}
   * @param most bytes that are read; the rest is left
   * @throws IOException where it cannot be got, with one sentence that says why and what to do
   */
  public static WebDocument get(String address, int most) throws IOException {
    HttpUrl url = HttpUrl.parse(address.strip());
    if (url == null) {
      throw new IOException(
          "“"
              + address.strip()
              + "” is no web address; write one such as https://host/orders.json.");
    }
    OkHttpClient client =
        new OkHttpClient.Builder().connectTimeout(CONNECT).callTimeout(ALL).build();
    Request request = new Request.Builder().url(url).build();
    try (Response response = client.newCall(request).execute()) {
      if (!response.isSuccessful()) {
        throw new IOException(refused(url, response.code()));
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

  private static String refused(HttpUrl url, int status) {
    String said = "The server " + url.host() + " answers " + status + " for " + url.encodedPath();
    return switch (status) {
      case 401, 403 -> said + ": it wants a login; save the document to a file and open that.";
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
