package fieldloom.app;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandleProxies;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What this machine has for windows and pictures. JavaFX ends in stack traces, or not at all, where
 * a library of the system is missing; so it is asked for beforehand.
 */
@SuppressWarnings("restricted") // the launcher and Maven's exec allow native access
final class Display {
  private static final String GTK = "libgtk-3.so.0";
  private static final String PANGO = "libpangoft2-1.0.so.0";
  private static final String FREETYPE = "libfreetype.so.6";

  private final boolean linux;
  private final @Nullable String screen;
  private final Predicate<String> libraries;
  private final Predicate<String> opens;

  /**
   * @param libraries whether a library of the system can be loaded
   * @param opens whether the display of a name can be opened
   */
  Display(
      Map<String, String> env,
      String osName,
      Predicate<String> libraries,
      Predicate<String> opens) {
    String os = osName.toLowerCase(Locale.ROOT);
    this.linux = !os.startsWith("windows") && !os.startsWith("mac");
    this.screen = env.get("DISPLAY");
    this.libraries = libraries;
    this.opens = opens;
  }

  /** Of this machine. */
  static Display ofMachine() {
    return new Display(
        System.getenv(), System.getProperty("os.name"), Display::loads, Display::opensX11);
  }

  /** Why no window can open here, one sentence; empty where one can. */
  Optional<String> noWindow() {
    if (!linux) {
      return Optional.empty();
    }
    if (screen == null || screen.isBlank()) {
      return Optional.of("There is no display (DISPLAY is not set).");
    }
    if (!libraries.test(GTK)) {
      return Optional.of(
          "The designer's window needs GTK 3, which is not installed (on Debian: libgtk-3-0).");
    }
    if (!opens.test(screen)) {
      return Optional.of("The display " + screen + " cannot be opened.");
    }
    return noPicture();
  }

  /** Why no picture can be drawn here, one sentence; empty where one can. */
  Optional<String> noPicture() {
    if (!linux) {
      return Optional.empty();
    }
    if (!libraries.test(FREETYPE)) {
      return Optional.of(
          "Drawing text needs FreeType, which is not installed (on Debian: libfreetype6).");
    }
    if (!libraries.test(PANGO)) {
      return Optional.of(
          "Drawing text needs Pango, which is not installed (on Debian: libpangoft2-1.0-0).");
    }
    return Optional.empty();
  }

  private static boolean loads(String library) {
    try (Arena arena = Arena.ofConfined()) {
      SymbolLookup.libraryLookup(library, arena);
      return true;
    } catch (IllegalArgumentException e) {
      // That is how a library that is not there is reported.
      return false;
    }
  }

  private static boolean opensX11(String name) {
    try (Arena arena = Arena.ofConfined()) {
      SymbolLookup x11 = SymbolLookup.libraryLookup("libX11.so.6", arena);
      OpenDisplay open =
          MethodHandleProxies.asInterfaceInstance(
              OpenDisplay.class,
              Linker.nativeLinker()
                  .downcallHandle(
                      x11.findOrThrow("XOpenDisplay"),
                      FunctionDescriptor.of(ValueLayout.ADDRESS, ValueLayout.ADDRESS)));
      CloseDisplay close =
          MethodHandleProxies.asInterfaceInstance(
              CloseDisplay.class,
              Linker.nativeLinker()
                  .downcallHandle(
                      x11.findOrThrow("XCloseDisplay"),
                      FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS)));
      MemorySegment display = open.open(arena.allocateFrom(name));
      if (display.equals(MemorySegment.NULL)) {
        return false;
      }
      close.close(display);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** XOpenDisplay: NULL where the display cannot be opened. */
  public interface OpenDisplay {
    MemorySegment open(MemorySegment name);
  }

  /** XCloseDisplay. */
  public interface CloseDisplay {
    int close(MemorySegment display);
  }
}
