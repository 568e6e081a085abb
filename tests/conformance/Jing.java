import com.thaiopensource.util.PropertyMap;
import com.thaiopensource.util.PropertyMapBuilder;
import com.thaiopensource.validate.Flag;
import com.thaiopensource.validate.SchemaReader;
import com.thaiopensource.validate.ValidateProperty;
import com.thaiopensource.validate.ValidationDriver;
import com.thaiopensource.validate.rng.CompactSchemaReader;
import com.thaiopensource.validate.prop.rng.RngProperty;
import com.thaiopensource.validate.rng.SAXSchemaReader;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import org.relaxng.datatype.Datatype;
import org.relaxng.datatype.DatatypeBuilder;
import org.relaxng.datatype.DatatypeException;
import org.relaxng.datatype.DatatypeLibrary;
import org.relaxng.datatype.ValidationContext;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXParseException;

/**
 * Asks jing many questions in one run. Questions are lines on standard input, fields parted by tabs; an answer is a line.
 *
 * schema SYNTAX SCHEMA DOCUMENT...    "wrong LINE MESSAGE", or "right" and for each document "valid" or "invalid"
 * file PATH                            the same for a schema in a file, without documents
 * data TYPE NAME VALUE... TEXT         "valid", "invalid", or "error" for parameters that are not allowed
 * same TYPE TEXT TEXT                  "same", "different", or "error" if one is not of the type
 */
public class Jing {
    static String message;

    static final ErrorHandler NOTING = new ErrorHandler() {
        public void warning(SAXParseException warning) { }
        public void error(SAXParseException error) {
            if (message == null) message = error.getLineNumber() + " " + error.getMessage();
        }
        public void fatalError(SAXParseException error) { error(error); }
    };

    static final ValidationContext SCOPE = new ValidationContext() {
        public String resolveNamespacePrefix(String prefix) {
            switch (prefix) {
                case "": return "";
                case "a": case "b": return "urn:one";
                case "c": return "urn:two";
                default: return null;
            }
        }
        public String getBaseUri() { return ""; }
        public boolean isUnparsedEntity(String name) { return false; }
        public boolean isNotation(String name) { return false; }
    };

    static String plain(String field) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < field.length(); i++) {
            char sign = field.charAt(i);
            if (sign == '\\') {
                sign = field.charAt(++i);
                sign = sign == 't' ? '\t' : sign == 'n' ? '\n' : sign == 'r' ? '\r' : sign;
            }
            text.append(sign);
        }
        return text.toString();
    }

    static InputSource source(String text) {
        InputSource source = new InputSource(new StringReader(text));
        source.setSystemId("file:///given");
        return source;
    }

    static String schema(boolean compact, InputSource schema, String[] fields, int first) {
        PropertyMapBuilder properties = new PropertyMapBuilder();
        properties.put(ValidateProperty.ERROR_HANDLER, NOTING);
        properties.put(RngProperty.CHECK_ID_IDREF, Flag.PRESENT);
        PropertyMap map = properties.toPropertyMap();
        SchemaReader reader = compact ? CompactSchemaReader.getInstance() : SAXSchemaReader.getInstance();
        ValidationDriver driver = new ValidationDriver(map, map, reader);
        message = null;
        try {
            if (!driver.loadSchema(schema)) return "wrong " + message.replaceAll("\\s+", " ");
            StringBuilder answer = new StringBuilder("right");
            for (int i = first; i < fields.length; i++) {
                boolean valid;
                try {
                    valid = driver.validate(source(fields[i]));
                } catch (SAXParseException malformed) {
                    valid = false;
                }
                answer.append(valid ? "\tvalid" : "\tinvalid");
            }
            return answer.toString();
        } catch (Exception error) {
            return ("wrong 0 " + error).replaceAll("\\s+", " ");
        }
    }

    static String datatype(DatatypeLibrary library, String[] fields) {
        try {
            if (fields[0].equals("same")) {
                Datatype type = library.createDatatype(fields[1]);
                Object one = type.createValue(fields[2], SCOPE), other = type.createValue(fields[3], SCOPE);
                return one == null || other == null ? "error" : type.sameValue(one, other) ? "same" : "different";
            }
            DatatypeBuilder builder = library.createDatatypeBuilder(fields[1]);
            for (int i = 2; i < fields.length - 1; i += 2) builder.addParameter(fields[i], fields[i + 1], SCOPE);
            return builder.createDatatype().isValid(fields[fields.length - 1], SCOPE) ? "valid" : "invalid";
        } catch (DatatypeException error) {
            return "error";
        }
    }

    public static void main(String[] arguments) throws Exception {
        DatatypeLibrary library = new com.thaiopensource.datatype.xsd.DatatypeLibraryFactoryImpl()
            .createDatatypeLibrary("http://www.w3.org/2001/XMLSchema-datatypes");
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, "UTF-8");
        for (String line; (line = in.readLine()) != null; ) {
            String[] fields = line.split("\t", -1);
            for (int i = 0; i < fields.length; i++) fields[i] = plain(fields[i]);
            if (fields[0].equals("schema"))
                out.println(schema(fields[1].equals("compact"), source(fields[2]), fields, 3));
            else if (fields[0].equals("file"))
                out.println(schema(fields[1].endsWith(".rnc"), ValidationDriver.fileInputSource(fields[1]), fields, 2));
            else
                out.println(datatype(library, fields));
        }
        out.flush();
    }
}
