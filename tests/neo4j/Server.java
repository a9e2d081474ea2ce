import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.configuration.connectors.BoltConnector;
import org.neo4j.configuration.connectors.HttpConnector;
import org.neo4j.configuration.helpers.SocketAddress;
import org.neo4j.configuration.ssl.SslPolicyConfig;
import org.neo4j.configuration.ssl.SslPolicyScope;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;

/**
 * A Neo4j server for tests: java -cp "lib/*" Server.java HOME PORT PASSWORD [CERTIFICATES]. Only Bolt, only this machine, with authentication; it
 * encrypts, and nothing else, if a folder with private.key and public.crt is given.
 */
public class Server {
    public static void main(String[] given) throws Exception {
        Path home = Path.of(given[0]).toAbsolutePath();
        boolean first = !Files.exists(home.resolve("data"));
        SocketAddress address = new SocketAddress("127.0.0.1", Integer.parseInt(given[1]));
        DatabaseManagementServiceBuilder builder = new DatabaseManagementServiceBuilder(home)
            .setConfig(BoltConnector.enabled, true)
            .setConfig(BoltConnector.listen_address, address)
            .setConfig(BoltConnector.advertised_address, address)
            .setConfig(HttpConnector.enabled, false)
            .setConfig(GraphDatabaseSettings.auth_enabled, true)
            .setConfig(GraphDatabaseSettings.udc_enabled, false)
            .setConfig(GraphDatabaseSettings.pagecache_memory, 64L << 20);
        if (given.length > 3) {
            SslPolicyConfig policy = SslPolicyConfig.forScope(SslPolicyScope.BOLT);
            builder.setConfig(BoltConnector.encryption_level, BoltConnector.EncryptionLevel.REQUIRED)
                .setConfig(policy.enabled, true)
                .setConfig(policy.base_directory, Path.of(given[3]).toAbsolutePath())
                .setConfig(policy.private_key, Path.of("private.key"))
                .setConfig(policy.public_certificate, Path.of("public.crt"));
        }
        DatabaseManagementService server = builder.build();
        Runtime.getRuntime().addShutdownHook(new Thread(server::shutdown));
        if (first) { // here, beside the database, no password is asked for: over Bolt it is
            server.database("system").executeTransactionally(
                "ALTER USER neo4j SET PASSWORD $password CHANGE NOT REQUIRED", Map.of("password", given[2]));
        }
        // nobody else ends the server of a test run that was killed
        ProcessHandle.current().parent().ifPresent(run -> run.onExit().thenRun(() -> System.exit(0)));
        System.out.println("ready");
    }
}
