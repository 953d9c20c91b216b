package fieldloom.payload.table;

import fieldloom.database.JdbcUrl;
import fieldloom.database.Login;
import java.time.ZoneId;

/**
 * A database with who connects to it.
 *
 * @param zone of datetimes that have none of their own
 */
public record TablePlace(JdbcUrl url, Login login, ZoneId zone) {}
