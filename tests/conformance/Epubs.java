import com.adobe.epubcheck.api.EpubCheck;
import com.adobe.epubcheck.api.EPUBLocation;
import com.adobe.epubcheck.messages.Message;
import com.adobe.epubcheck.messages.Severity;
import com.adobe.epubcheck.util.DefaultReportImpl;
import java.io.File;

/** epubcheck over many books in one machine: a line "FILE<tab>SEVERITY<tab>ID<tab>PLACE<tab>MESSAGE" for each finding. */
class Epubs {
    public static void main(String[] books) throws Exception {
        for (String book : books) {
            int[] checked = {0};
            DefaultReportImpl report = new DefaultReportImpl(book) {
                @Override
                public void message(Message message, EPUBLocation place, Object... facts) {
                    if (message.getSeverity() != Severity.SUPPRESSED) {
                        String said = message.getMessage(facts).replaceAll("\\s+", " ");
                        System.out.println(String.join("\t", book, message.getSeverity().toString(), message.getID().toString(),
                            place.getPath() + ":" + place.getLine() + ":" + place.getColumn(), said));
                    }
                }
            };
            new EpubCheck(new File(book), report).check();
            System.out.println(String.join("\t", book, "CHECKED"));
        }
    }
}
