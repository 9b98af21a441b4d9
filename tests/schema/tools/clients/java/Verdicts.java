import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.openapitools.client.model.Customer;

/** Reads a body per line, and prints whether the client that openapi-generator made accepts it. */
class Verdicts {
    public static void main(String[] args) throws IOException {
        var lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line; (line = lines.readLine()) != null; ) {
            System.out.println(isValid(line));
        }
    }

    private static boolean isValid(String body) throws IOException {
        try {
            return Customer.fromJson(body) != null;
        } catch (RuntimeException refused) {
            return false;
        }
    }
}
