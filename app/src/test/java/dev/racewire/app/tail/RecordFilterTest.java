// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.tail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordFilterTest {

    private static final String RECORD = "{\"country\":\"CN\",\"articles\":3,\"outlet\":{\"language\":\"id\"},"
            + "\"topics\":[{\"topic\":\"chips\"},{\"topic\":\"trade\"}],\"reason\":null,\"text\":\"a=b\"}";

    @ParameterizedTest
    @CsvSource({
        "country=CN, true",
        "country=US, false",
        "country!=US, true",
        "country!=CN, false",
        "articles=3, true",
        "outlet.language=id, true",
        "topics.topic=trade, true",
        "topics.topic=models, false",
        "topics.topic!=models, true",
        "nothing=1, false",
        "nothing!=1, true",
        "text=a=b, true",
        "reason=null, true",
    })
    void comparesAField(String filter, boolean accepted) throws Exception {
        JsonNode record = new ObjectMapper().readTree(RECORD);

        assertThat(RecordFilter.parse(filter).accepts(record)).isEqualTo(accepted);
    }

    @Test
    void refusesWhatIsNoFilter() {
        assertThatThrownBy(() -> RecordFilter.parse("country")).hasMessageContaining("field=value");
    }
}
