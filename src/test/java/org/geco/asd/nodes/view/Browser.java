package org.geco.asd.nodes.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

import org.junit.jupiter.api.Assumptions;
import org.nd4j.shade.jackson.databind.JsonNode;
import org.nd4j.shade.jackson.databind.ObjectMapper;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** A page in headless Chromium; a test without Chromium and its driver on the path is skipped. */
final class Browser implements AutoCloseable {

    /** Chromium warns of the very sandbox that KNIME's pages are in. */
    private static final String SANDBOX = "both allow-scripts and allow-same-origin";

    /** Says that it does not know the newest Chromium's protocol, which nothing here uses. */
    private static final Logger SELENIUM = Logger.getLogger("org.openqa.selenium");

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final List<String> NEEDED_BY_ROOT = List.of("--headless=new", "--no-sandbox", "--disable-gpu",
        "--disable-dev-shm-usage", "--disable-background-networking", "--disable-component-update", "--disable-sync",
        "--no-first-run", "--mute-audio", "--autoplay-policy=no-user-gesture-required", "--hide-scrollbars");

    private final PageHost m_host;

    private final ChromeDriver m_driver;

    private boolean m_dark;

    Browser(final PageHost host, final Path profile) {
        m_host = host;
        final Optional<Path> chromium = onPath("chromium", "chromium-browser", "google-chrome");
        final Optional<Path> driver = onPath("chromedriver");
        Assumptions.assumeTrue(chromium.isPresent() && driver.isPresent(),
            "Pages are tested in Chromium: install chromium and chromium-driver");
        final ChromeOptions options = new ChromeOptions();
        options.setBinary(chromium.get().toFile());
        options.addArguments(NEEDED_BY_ROOT).addArguments("--user-data-dir=" + profile);
        final LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        logs.enable(LogType.PERFORMANCE, Level.ALL);
        options.setCapability("goog:loggingPrefs", logs);
        SELENIUM.setLevel(Level.SEVERE);
        m_driver = new ChromeDriver(
            new ChromeDriverService.Builder().usingDriverExecutable(driver.get().toFile()).build(), options);
        m_driver.manage().timeouts().scriptTimeout(PATIENCE);
    }

    private static Optional<Path> onPath(final String... names) {
        return Stream.of(names).flatMap(name -> Stream.of(System.getenv("PATH").split(":"))
            .map(folder -> Path.of(folder, name))).filter(Files::isExecutable).findFirst();
    }

    @Override
    public void close() {
        m_driver.quit();
    }

    /** Opens the page at a width in pixels and waits until it says that it is ready. */
    void open(final int width, final boolean dark) {
        m_dark = dark;
        resize(width, 900);
        m_driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("features",
            List.of(Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"))));
        m_driver.get(m_host.address());
        m_driver.switchTo().frame("view");
        until("document.querySelector('main[data-ready]')");
        settle();
    }

    /** Opens the page narrow and wide; it must fit, and everything on it must be reachable and have a name. */
    void checkWidths(final boolean dark) {
        for (final int width : new int[]{400, 1600}) {
            open(width, dark);
            assertAccessible();
            assertThat(stops()).as("stops that the Tab key does not reach").isZero();
        }
    }

    private void resize(final int width, final int height) {
        m_driver.executeCdpCommand("Emulation.setDeviceMetricsOverride",
            Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    }

    /** Waits until a JavaScript expression is true. */
    void until(final String expression) {
        final long end = System.nanoTime() + PATIENCE.toNanos();
        while (!Boolean.TRUE.equals(m_driver.executeScript("return !!(" + expression + ")"))) {
            assertThat(System.nanoTime()).as("no " + expression + " in time: " + text()).isLessThan(end);
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Waits until nothing is loading and charts are drawn. */
    void settle() {
        until("!document.querySelector('.loading') && [...document.querySelectorAll('.chart')]"
            + ".every(chart => !chart.clientWidth || !chart.ariaBusy)");
    }

    Object script(final String script, final Object... arguments) {
        return m_driver.executeScript(script, arguments);
    }

    String text() {
        return m_driver.findElement(By.tagName("main")).getText();
    }

    List<WebElement> all(final String css) {
        return m_driver.findElements(By.cssSelector(css));
    }

    void press(final CharSequence... keys) {
        new Actions(m_driver).sendKeys(keys).perform();
    }

    /** @return how many of the elements that take the focus the Tab key does not come to; of rows the first few */
    private int stops() {
        int stops = 0;
        for (final WebElement stop : all("button:not(:disabled), select, input, [tabindex='0']")) {
            stops += stop.isDisplayed() ? 1 : 0;
        }
        script("document.activeElement.blur()");
        for (int i = 1; i <= stops; i++) {
            press(Keys.TAB);
            script("document.activeElement.dataset.reached = ''");
        }
        return stops - all("[data-reached]").size();
    }

    /** Fails if the page complained, asked anybody but this machine for anything, or never said that it is ready. */
    void assertWellBehaved() {
        assertThat(m_driver.manage().logs().get(LogType.BROWSER).getAll()).extracting(LogEntry::getMessage)
            .filteredOn(message -> !message.contains(SANDBOX)).as("console").isEmpty();
        assertThat(m_driver.manage().logs().get(LogType.PERFORMANCE).getAll()).extracting(Browser::requested)
            .filteredOn(url -> !url.matches("(|(chrome|data|blob):.*)")).as("requests").isNotEmpty()
            .allMatch(url -> url.startsWith(m_host.origin()));
        assertThat((List<?>)script("return window.parent.messages")).asString().contains("UIExtensionReady");
    }

    /** @return the address that was asked for; empty if the entry is of something else */
    private static String requested(final LogEntry entry) {
        try {
            final JsonNode message = JSON.readTree(entry.getMessage()).get("message");
            return message.get("method").asText().equals("Network.requestWillBeSent")
                ? message.get("params").get("request").get("url").asText() : "";
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Fails if the page is wider than the window, or something on it has no name for who cannot see it. */
    void assertAccessible() {
        assertThat((Long)script("return document.documentElement.scrollWidth - document.documentElement.clientWidth"))
            .as("pixels beyond the window").isZero();
        assertThat((List<?>)script("""
            const named = (e) => e.ariaLabel || e.title || e.closest("label") || e.textContent.trim();
            return [...document.querySelectorAll("button, select, input, [role=img], table")].filter((e) => !named(e))
              .concat([...document.querySelectorAll("canvas")].filter((e) => !e.closest("[role=img][aria-label]")))
              .map((e) => e.outerHTML);
            """)).as("without a name").isEmpty();
    }

    /** Writes the whole page to {@code docs/views} if asked to. */
    void picture(final String name) throws IOException {
        if (!Boolean.getBoolean("views.write")) {
            return;
        }
        final int width = ((Number)script("return window.innerWidth")).intValue();
        resize(width, ((Number)script("return document.documentElement.scrollHeight")).intValue());
        settle();
        script("document.activeElement.blur()");
        m_driver.switchTo().defaultContent();
        final Path file = Files.createDirectories(Path.of("docs", "views")).resolve(name + (m_dark ? "-dark" : "")
            + ".png");
        Files.write(file, m_driver.getScreenshotAs(OutputType.BYTES));
        m_driver.switchTo().frame("view");
        resize(width, 900);
    }
}
