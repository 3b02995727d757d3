import java.io.BufferedReader;
import java.io.File;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.xml.parsers.DocumentBuilderFactory;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.ErrorArgument;
import org.verapdf.pdfa.validation.profiles.ErrorArgumentImpl;
import org.verapdf.pdfa.validation.profiles.Profiles;
import org.verapdf.pdfa.validation.profiles.Rule;
import org.verapdf.pdfa.validation.profiles.RuleId;
import org.verapdf.pdfa.validation.profiles.ValidationProfile;
import org.verapdf.pdfa.validation.profiles.Variable;
import org.verapdf.pdfa.validation.validators.ValidatorFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Runs veraPDF over many files in one go: {@code java -cp JAR VeraCheck.java FLAVOUR...}, the
 * names of the files on standard input, one a line.
 *
 * <p>Prints a line for each file and flavour, parted by tabs: file, flavour and {@code pass}; or
 * {@code fail} once for each broken rule with its clause, how often, and the words of the rule; or
 * {@code error} where the file could not be read at all.
 */
public class VeraCheck {
    public static void main(String[] flavours) throws Exception {
        Logger.getLogger("").setLevel(Level.SEVERE);
        VeraGreenfieldFoundryProvider.initialise();
        Map<String, ValidationProfile> profiles = new HashMap<>();
        for (String flavour : flavours) {
            profiles.put(flavour, profile(flavour));
        }
        ExecutorService pool =
            Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        List<Future<List<String>>> found = new ArrayList<>();
        BufferedReader files =
            new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String file = files.readLine(); file != null; file = files.readLine()) {
            String name = file;
            found.add(pool.submit(() -> checked(name, flavours, profiles)));
        }
        PrintStream out = new PrintStream(System.out, true, "UTF-8");
        for (Future<List<String>> lines : found) {
            lines.get().forEach(out::println);
        }
        pool.shutdown();
    }

    private static List<String> checked(
            String file, String[] flavours, Map<String, ValidationProfile> profiles) {
        List<String> lines = new ArrayList<>();
        for (String flavour : flavours) {
            String start = file + "\t" + flavour + "\t";
            try (PDFAParser parser = Foundries.defaultInstance()
                        .createParser(new File(file), PDFAFlavour.fromString(flavour));
                    PDFAValidator validator =
                        ValidatorFactory.createValidator(profiles.get(flavour), false, 0)) {
                ValidationResult result = validator.validate(parser);
                if (result.isCompliant()) {
                    lines.add(start + "pass");
                }
                for (Map.Entry<RuleId, Integer> rule : result.getFailedChecks().entrySet()) {
                    RuleId id = rule.getKey();
                    lines.add(start + "fail\t" + id.getClause() + "-" + id.getTestNumber() + "\t"
                        + rule.getValue() + "\t" + words(result, id));
                }
            } catch (Exception | StackOverflowError problem) {
                lines.add(start + "error\t" + problem.toString().replaceAll("\\s+", " "));
            }
        }
        return lines;
    }

    private static String words(ValidationResult result, RuleId rule) {
        for (TestAssertion each : result.getTestAssertions()) {
            if (each.getStatus() == TestAssertion.Status.FAILED && each.getRuleId().equals(rule)) {
                String place = each.getLocation().getContext();
                return (each.getMessage() + " At " + place).replaceAll("\\s+", " ");
            }
        }
        return "";
    }

    /** The jar holds the profiles, but not the JAXB that veraPDF reads them with. */
    private static ValidationProfile profile(String flavour) throws Exception {
        String name = flavour.startsWith("ua")
            ? "PDFUA-" + flavour.substring(2)
            : "PDFA-" + flavour.toUpperCase();
        Element root;
        try (InputStream in = Foundries.class.getResourceAsStream(
                "/org/verapdf/pdfa/validation/" + name + ".xml")) {
            root = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(in)
                .getDocumentElement();
        }
        Set<Rule> rules = new HashSet<>();
        for (Element each : elements(root, "rule")) {
            rules.add(rule(each));
        }
        Set<Variable> variables = new HashSet<>();
        for (Element each : elements(root, "variable")) {
            variables.add(Profiles.variableFromValues(each.getAttribute("name"),
                each.getAttribute("object"), text(each, "defaultValue"), text(each, "value")));
        }
        return Profiles.profileFromValues(PDFAFlavour.fromString(flavour),
            Profiles.profileDetailsFromValues(name, "", "", new Date()), "", rules, variables);
    }

    private static Rule rule(Element written) {
        Element id = elements(written, "id").get(0);
        List<ErrorArgument> arguments = new ArrayList<>();
        for (Element each : elements(written, "argument")) {
            arguments.add(ErrorArgumentImpl.fromValues(each.getTextContent(), null, null));
        }
        return Profiles.ruleFromValues(
            Profiles.ruleIdFromValues(
                PDFAFlavour.Specification.valueOf(id.getAttribute("specification")),
                id.getAttribute("clause"), Integer.parseInt(id.getAttribute("testNumber"))),
            written.getAttribute("object"),
            written.hasAttribute("deferred")
                ? Boolean.valueOf(written.getAttribute("deferred")) : null,
            written.getAttribute("tags"), text(written, "description"), text(written, "test"),
            Profiles.errorFromValues(text(written, "message"), arguments),
            Collections.emptyList());
    }

    private static List<Element> elements(Element inside, String tag) {
        NodeList found = inside.getElementsByTagName(tag);
        List<Element> elements = new ArrayList<>();
        for (int place = 0; place < found.getLength(); place++) {
            elements.add((Element) found.item(place));
        }
        return elements;
    }

    private static String text(Element inside, String tag) {
        List<Element> found = elements(inside, tag);
        return found.isEmpty() ? "" : found.get(0).getTextContent();
    }
}
