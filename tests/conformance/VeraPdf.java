import java.io.FileInputStream;
import java.io.InputStream;
import java.util.EnumSet;
import java.util.TreeSet;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/**
 * Holds PDF files against ISO 19005-3 (PDF/A-3b) and ISO 14289-1 (PDF/UA-1) with veraPDF's own validator.
 *
 * One line for each file and standard, fields parted by tabs: file, standard, "pass" or "fail", and the
 * clauses that failed. The exit code is 0 whenever every file could be judged.
 */
public class VeraPdf {
    public static void main(String[] files) throws Exception {
        Logger.getLogger("").setLevel(Level.SEVERE);
        VeraGreenfieldFoundryProvider.initialise();
        for (String file : files) {
            for (PDFAFlavour standard : EnumSet.of(PDFAFlavour.PDFA_3_B, PDFAFlavour.PDFUA_1)) {
                System.out.println(file + "\t" + standard.getId() + "\t" + judge(file, standard));
            }
        }
    }

    private static String judge(String file, PDFAFlavour standard) throws Exception {
        try (InputStream pdf = new FileInputStream(file);
                PDFAParser parser = Foundries.defaultInstance().createParser(pdf, standard);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(standard, false)) {
            ValidationResult result = validator.validate(parser);
            TreeSet<String> clauses = new TreeSet<>();
            for (TestAssertion assertion : result.getTestAssertions()) {
                if (assertion.getStatus() == TestAssertion.Status.FAILED) {
                    clauses.add(assertion.getRuleId().getClause() + ": " + assertion.getMessage());
                }
            }
            return (result.isCompliant() ? "pass" : "fail") + "\t" + String.join("; ", clauses).replace('\n', ' ');
        }
    }
}
