// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.dashboard.api;

import dev.racewire.dashboard.ops.MeterHistory;
import dev.racewire.dashboard.query.Agreement;
import dev.racewire.dashboard.query.Completeness;
import dev.racewire.dashboard.query.Filter;
import dev.racewire.dashboard.query.Stretches;
import dev.racewire.dashboard.subscribe.Progress;
import dev.racewire.dashboard.view.Positions;
import dev.racewire.dashboard.view.View;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** All resources: a path and its parameters in, a body out. Knows nothing of HTTP's wire. */
public final class Api {

    /** Everything stands below this path. */
    public static final String ROOT = "/api/v1/";

    /** Resources that tell the present moment and are never given twice. */
    private static final Set<String> CHANGING = Set.of("status", "operations");

    private static final String CSV_SUFFIX = ".csv";

    private final Map<String, Resource> resources;
    private final Questions questions;
    private final RecentAnswers recent;

    /**
     * What a client of the live stream wants.
     *
     * @param seen how far it has read already, or empty: it starts now
     */
    public record StreamQuestion(Filter filter, Optional<Positions> seen) {}

    public Api(
            View view,
            Supplier<Progress> progress,
            Optional<String> sample,
            Completeness.FirstPolls firstPolls,
            Agreement agreement,
            MeterHistory history,
            InstantSource clock) {
        Vocabulary vocabulary = new Vocabulary(view);
        this.recent = new RecentAnswers(view::version, clock::millis);
        Heads heads = new Heads(view, sample, clock, firstPolls);
        this.questions = new Questions(vocabulary, clock, () -> heads.completeness(Filter.NONE));
        Stretches stretches = new Stretches();
        List<Resource> all = List.of(
                new CountsResource(view, vocabulary, questions, heads),
                new MatrixResource(view, questions, heads, stretches),
                new SeriesResource(view, vocabulary, questions, heads, stretches),
                new SurgesResource(view, questions, heads),
                new ArticlesResource(view, questions, heads),
                new StoriesResource(view, questions, heads),
                new FeedsResource(view, heads),
                new CoverageResource(view, questions, heads),
                new GapsResource(view, questions, heads),
                new TaxonomyResource(view, heads),
                new StatusResource(view, heads, progress, clock, agreement),
                new OperationsResource(history, heads));
        this.resources = all.stream().collect(Collectors.toMap(Resource::name, Function.identity()));
    }

    /** Each resource's name and the parameters that it understands. */
    public Map<String, Set<String>> resources() {
        return resources.values().stream().collect(Collectors.toMap(Resource::name, Resource::parameters));
    }

    /** The name of the resource that a path leads to, for metrics; empty when there is none. */
    public Optional<String> resource(String path) {
        String name = head(below(path));
        return resources.containsKey(name) ? Optional.of(name) : Optional.empty();
    }

    /**
     * The answer to a question.
     *
     * @param path decoded path, below {@link #ROOT}
     * @param acceptsCsv whether the client asked for CSV in its Accept header
     * @throws Problem when the question can't be answered
     */
    public Body answer(String path, Map<String, List<String>> query, boolean acceptsCsv) {
        return CHANGING.contains(head(below(path)))
                ? workOut(path, query, acceptsCsv)
                : recent.get(List.of(path, query, acceptsCsv), () -> workOut(path, query, acceptsCsv));
    }

    private Body workOut(String path, Map<String, List<String>> query, boolean acceptsCsv) {
        String below = below(path);
        String name = head(below);
        Resource resource = resources.get(name);
        if (resource == null) {
            throw new Problem(
                    Problem.Kind.NOT_FOUND,
                    "no resource '" + Parameters.shortened(name) + "'; there are "
                            + resources.keySet().stream().sorted().collect(Collectors.joining(", ")));
        }
        Parameters parameters = new Parameters(query, resource.parameters());
        boolean csv = csv(path, parameters, acceptsCsv);
        Answer answer = resource.answer(rest(below), parameters);
        if (!csv) {
            return Body.of("application/json", Json.of(answer));
        }
        if (answer instanceof Answer.Table<?> table) {
            byte[] bytes = Csv.of(table).getBytes(StandardCharsets.UTF_8);
            return new Body(200, "text/csv; charset=utf-8", Optional.of("racewire-" + name + ".csv"), bytes);
        }
        throw new Problem(Problem.Kind.NO_CSV, "'" + name + "' is no table: ask for JSON");
    }

    /**
     * What a client of the live stream wants: a filter, and {@code from} as an answer called {@code positions}, which
     * the id of the last event overrides.
     *
     * @throws Problem when it can't be understood
     */
    public StreamQuestion stream(Map<String, List<String>> query, Optional<String> lastEventId) {
        Set<String> names = new HashSet<>(Questions.FILTER);
        names.add("from");
        Parameters parameters = new Parameters(query, names);
        Optional<String> from = lastEventId.or(() -> parameters.text("from"));
        return new StreamQuestion(questions.filter(parameters), from.map(Api::positions));
    }

    private static Positions positions(String text) {
        return Positions.parse(text)
                .orElseThrow(() -> new Problem(
                        Problem.Kind.BAD_CURSOR,
                        "'" + Parameters.shortened(text) + "' is no event id of this stream: start without one"));
    }

    /** The problem document. */
    public static Body refusal(Problem problem) {
        return Body.problem(problem.kind().status(), Json.of(problem));
    }

    private static boolean csv(String path, Parameters parameters, boolean acceptsCsv) {
        Optional<String> format = parameters.text("format");
        if (format.isEmpty()) {
            return path.endsWith(CSV_SUFFIX) || acceptsCsv;
        }
        return switch (format.get()) {
            case "csv" -> true;
            case "json" -> false;
            default -> throw Parameters.bad("format", "is json or csv");
        };
    }

    private static String below(String path) {
        String below = path.startsWith(ROOT) ? path.substring(ROOT.length()) : "";
        return below.endsWith(CSV_SUFFIX) ? below.substring(0, below.length() - CSV_SUFFIX.length()) : below;
    }

    private static String head(String below) {
        int slash = below.indexOf('/');
        return slash < 0 ? below : below.substring(0, slash);
    }

    private static String rest(String below) {
        int slash = below.indexOf('/');
        return slash < 0 ? "" : below.substring(slash + 1);
    }
}
