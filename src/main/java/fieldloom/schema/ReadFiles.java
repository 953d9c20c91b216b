package fieldloom.schema;

import fieldloom.model.Resources;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Files as others hold them, which remember what was read: so it is known which files a schema is
 * made of, whatever its kind. Thread-safe where the others are.
 */
public final class ReadFiles implements Resources {
  private final Resources files;
  private final Map<String, byte[]> read = Collections.synchronizedMap(new LinkedHashMap<>());

  public ReadFiles(Resources files) {
    this.files = files;
  }

  @Override
  public InputStream open(String name) throws IOException {
    return new ByteArrayInputStream(read(name));
  }

  @Override
  public byte[] read(String name) throws IOException {
    byte[] known = read.get(name);
    if (known == null) {
      known = files.read(name);
      read.put(name, known);
    }
    return known;
  }

  /** As a whole, or not taken note of. */
  @Override
  public byte[] read(String name, int most) throws IOException {
    byte[] content = read.get(name);
    if (content == null) {
      content = files.read(name, most);
      if (content.length <= most) {
        read.put(name, content);
      }
    }
    return content;
  }

  /** What was read until now, by name, in the order of reading. */
  public Map<String, byte[]> all() {
    synchronized (read) {
      return new LinkedHashMap<>(read);
    }
  }
}
