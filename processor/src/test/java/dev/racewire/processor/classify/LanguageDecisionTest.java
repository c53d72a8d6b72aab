// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.processor.classify;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LanguageDecisionTest {

    @Test
    void detectsLanguagesOfOneScript() {
        assertThat(detected("Правительство выделит миллиарды рублей на развитие вычислительных мощностей"))
                .isEqualTo("ru");
        assertThat(detected("Уряд виділить мільярди гривень на розвиток обчислювальних потужностей"))
                .isEqualTo("uk");
        assertThat(detected("الحكومة تعلن خطة جديدة لدعم الشركات الناشئة في البلاد"))
                .isEqualTo("ar");
        assertThat(detected("El Gobierno anuncia un plan para formar a los ingenieros del país"))
                .isEqualTo("es");
        assertThat(detected("Il governo annuncia un piano per formare gli ingegneri del paese"))
                .isEqualTo("it");
        assertThat(detected("Chính phủ công bố kế hoạch đào tạo kỹ sư cho cả nước"))
                .isEqualTo("vi");
    }

    @Test
    void detectsNeighboursByTheirCommonWords() {
        assertThat(detected("Pemerintah menyiapkan dana setelah perusahaan tersebut menolak tawaran miliaran rupiah"))
                .isEqualTo("id");
        assertThat(detected("Kerajaan menyediakan dana selepas syarikat berkenaan menolak tawaran berbilion ringgit"))
                .isEqualTo("ms");
        assertThat(detected("Regjeringen sier nei etter at selskapet ble kjøpt av en konkurrent"))
                .isEqualTo("nb");
        assertThat(detected("Regeringen siger nej efter at virksomheden blev købt af en konkurrent"))
                .isEqualTo("da");
    }

    private static String detected(String title) {
        return Bundled.CLASSIFIER.classify(title, "", null).language();
    }

    @Test
    void readsAWrongDeclarationByTheScript() {
        assertThat(Bundled.classify("en-us", "美国限制对华出口人工智能芯片").language()).isEqualTo("zh");
        assertThat(Bundled.classify("zh_cn", "中国发布人工智能规划").language()).isEqualTo("zh");
        assertThat(Bundled.classify("ja", "米中AI競争激化").language()).isEqualTo("ja");
        assertThat(Bundled.classify("no", "Norge satser på kunstig intelligens").language())
                .isEqualTo("nb");
        assertThat(Bundled.classify("xx", "Kina AI").language()).isEqualTo("und");
    }

    @Test
    void detectsAnUndeclaredLanguage() {
        assertThat(detected("Die Bundesregierung beschließt ein Gesetz über künstliche Intelligenz und Rechenzentren"))
                .isEqualTo("de");
    }

    @Test
    void readsTheTextWhereTheTitleLeavesItOpen() {
        String text =
                "Il ministro ha detto che il governo non è contrario, e che la legge sarà discussa nella prossima settimana.";
        assertThat(Bundled.CLASSIFIER
                        .classify("Nvidia, Google, Meta", text, null)
                        .language())
                .isEqualTo("it");
    }
}
