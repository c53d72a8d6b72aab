// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.accuracy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;

/** An evaluation for programs: CSV or JSON, a line for each measurement. */
public final class EvaluationData {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final double STEPS = 10_000;

    private EvaluationData() {}

    /** With a header line; shares have four digits. */
    public static String csv(Evaluation evaluation) {
        StringBuilder text = new StringBuilder("measure,language,label,n,hits,extra,missed,precision,precision_low,"
                + "precision_high,recall,recall_low,recall_high,f1,f1_low,f1_high,unproven\n");
        for (Measurement line : Measurement.all(evaluation)) {
            Tally tally = line.tally();
            text.append(String.join(",", line.measure(), line.language(), line.label()))
                    .append(String.format(
                            Locale.ROOT, ",%d,%d,%d,%d", line.n(), tally.hits(), tally.extra(), tally.missed()))
                    .append(csv(tally.precision()))
                    .append(csv(tally.recall()))
                    .append(csv(tally.f1()))
                    .append(tally.proven() ? ",false\n" : ",true\n");
        }
        return text.toString();
    }

    private static String csv(Proportion share) {
        return String.format(Locale.ROOT, ",%.4f,%.4f,%.4f", share.value(), share.low(), share.high());
    }

    /** An object with the taxonomy's version and an array of measurements. */
    public static String json(Evaluation evaluation, String taxonomyVersion) {
        ObjectNode document = JSON.createObjectNode();
        document.put("taxonomy", taxonomyVersion);
        document.put("stories", evaluation.all().stories());
        ArrayNode lines = document.putArray("measurements");
        for (Measurement line : Measurement.all(evaluation)) {
            Tally tally = line.tally();
            ObjectNode object = lines.addObject();
            object.put("measure", line.measure()).put("language", line.language());
            object.put("label", line.label()).put("n", line.n());
            object.put("hits", tally.hits()).put("extra", tally.extra()).put("missed", tally.missed());
            put(object.putObject("precision"), tally.precision());
            put(object.putObject("recall"), tally.recall());
            put(object.putObject("f1"), tally.f1());
            object.put("unproven", !tally.proven());
        }
        try {
            return JSON.writeValueAsString(document) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of plain values can always be written", e);
        }
    }

    private static void put(ObjectNode object, Proportion share) {
        object.put("value", round(share.value())).put("low", round(share.low())).put("high", round(share.high()));
    }

    private static double round(double value) {
        return Math.round(value * STEPS) / STEPS;
    }
}
