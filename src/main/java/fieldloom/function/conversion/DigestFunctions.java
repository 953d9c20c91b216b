package fieldloom.function.conversion;

import static fieldloom.function.FunctionBuilder.define;

import fieldloom.function.FunctionBuilder;
import fieldloom.function.FunctionDef;
import fieldloom.function.FunctionDef.Group;
import fieldloom.function.FunctionDef.Kind;
import fieldloom.function.ValueException;
import fieldloom.function.ValueType;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Digests of text in UTF-8 or of binary, in small hexadecimal letters. */
final class DigestFunctions {
  private DigestFunctions() {}

  static List<FunctionDef> all() {
    return List.of(md5(), sha1(), sha256(), hmacSha256());
  }

  private static FunctionBuilder text(String name, String english, String chinese) {
    return define(name, Group.CONVERSION, english, chinese)
        .param("text", Kind.ANY)
        .returns(ValueType.STRING);
  }

  private static FunctionDef md5() {
    return text("MD5", "The MD5 digest of a text.", "文本的 MD5 摘要。")
        .example("MD5(\"\")", "\"d41d8cd98f00b204e9800998ecf8427e\"")
        .example("MD5(\"abc\")", "\"900150983cd24fb0d6963f7d28e17f72\"")
        .example("LENGTH(MD5(\"订单\"))", "32")
        .aliases("hash md5")
        .body(a -> digest("MD5", Utf8.bytes(a, 0)));
  }

  private static FunctionDef sha1() {
    return text("SHA1", "The SHA-1 digest of a text.", "文本的 SHA-1 摘要。")
        .example("SHA1(\"abc\")", "\"a9993e364706816aba3e25717850c26c9cd0d89d\"")
        .example("SHA1(\"\")", "\"da39a3ee5e6b4b0d3255bfef95601890afd80709\"")
        .example("LENGTH(SHA1(\"订单\"))", "40")
        .aliases("hash sha-1")
        .body(a -> digest("SHA-1", Utf8.bytes(a, 0)));
  }

  private static FunctionDef sha256() {
    return text("SHA256", "The SHA-256 digest of a text.", "文本的 SHA-256 摘要。")
        .example(
            "SHA256(\"abc\")",
            "\"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad\"")
        .example(
            "SHA256(\"\")", "\"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855\"")
        .example("LENGTH(SHA256(\"订单\"))", "64")
        .aliases("hash sha-256", "checksum")
        .body(a -> digest("SHA-256", Utf8.bytes(a, 0)));
  }

  private static FunctionDef hmacSha256() {
    return text(
            "HMAC_SHA256",
            "The HMAC-SHA-256 of a text under a secret key, as APIs sign requests.",
            "文本在密钥下的 HMAC-SHA-256，用于接口签名。")
        .param("key", Kind.ANY)
        .example(
            "HMAC_SHA256(\"what do ya want for nothing?\", \"Jefe\")",
            "\"5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843\"")
        .example("LENGTH(HMAC_SHA256(\"a\", \"k\"))", "64")
        .example("HMAC_SHA256(\"a\", \"\")", "error")
        .aliases("hmac", "sign request")
        .body(a -> hmac(Utf8.bytes(a, 0), Utf8.bytes(a, 1)));
  }

  private static String digest(String algorithm, byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(bytes));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has " + algorithm, e);
    }
  }

  private static String hmac(byte[] bytes, byte[] key) {
    if (key.length == 0) {
      throw new ValueException("bad-argument", "The key is empty.");
    }
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(bytes));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has HmacSHA256", e);
    }
  }
}
