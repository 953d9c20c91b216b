package fieldloom.payload.xml;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.Reader;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.ls.LSInput;

/** A file of a schema as a validator wants it: its bytes and what it is known by. */
final class PartInput implements LSInput {
  private final String id;
  private final byte[] content;

  PartInput(String id, byte[] content) {
    this.id = id;
    this.content = content;
  }

  @Override
  public InputStream getByteStream() {
    return new ByteArrayInputStream(content);
  }

  @Override
  public String getSystemId() {
    return id;
  }

  @Override
  public @Nullable Reader getCharacterStream() {
    return null;
  }

  @Override
  public @Nullable String getStringData() {
    return null;
  }

  @Override
  public @Nullable String getPublicId() {
    return null;
  }

  @Override
  public @Nullable String getBaseURI() {
    return null;
  }

  @Override
  public @Nullable String getEncoding() {
    return null;
  }

  @Override
  public boolean getCertifiedText() {
    return false;
  }

  @Override
  public void setCharacterStream(Reader value) {
    throw fixed();
  }

  @Override
  public void setByteStream(InputStream value) {
    throw fixed();
  }

  @Override
  public void setStringData(String value) {
    throw fixed();
  }

  @Override
  public void setSystemId(String value) {
    throw fixed();
  }

  @Override
  public void setPublicId(String value) {
    throw fixed();
  }

  @Override
  public void setBaseURI(String value) {
    throw fixed();
  }

  @Override
  public void setEncoding(String value) {
    throw fixed();
  }

  @Override
  public void setCertifiedText(boolean value) {
    throw fixed();
  }

  private static IllegalStateException fixed() {
    return new IllegalStateException("a part of a schema stays as it is");
  }
}
