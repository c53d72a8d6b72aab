// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.processor.classify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Words that look like a country, like AI, or like a subject of the race, and often are not. */
class HomographTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | Turkey opens a national centre for artificial intelligence            | TR
            en | Roast turkey with an AI recipe                                        |
            en | Turkey prices climb before Thanksgiving                               |
            en | Tbilisi: Georgia signs an AI pact                                     | GE
            en | Data centre planned for a county in Georgia                           |
            en | Georgia Tech trains a robot                                           | US
            en | Amman: Jordan adopts an AI strategy                                   | JO
            en | Michael Jordan invests in an AI firm                                  |
            en | Chad, capital N'Djamena, gets its first data centre                   | TD
            en | Chad from marketing loves AI                                          |
            en | Niger signs an AI deal                                                | NE
            en | Nigeria signs an AI deal                                              | NG
            en | Guinea asks for AI aid                                                | GN
            en | Equatorial Guinea asks for AI aid                                     | GQ
            en | Guinea-Bissau asks for AI aid                                         | GW
            en | Papua New Guinea asks for AI aid                                      | PG
            en | Guinea pigs and AI                                                    |
            en | Republic of the Congo drafts AI bill                                  | CG
            en | Democratic Republic of the Congo drafts AI bill                       | CD
            en | North Korea trains hackers with AI                                    | KP
            en | South Korea trains engineers in AI                                    | KR
            en | The US limits AI exports                                              | US
            en | AI will help us all                                                   |
            en | New Mexico passes an AI bill                                          |
            en | Mexico passes an AI bill                                              | MX
            en | The Washington Post uses AI to sort comments                          |
            en | Washington limits AI exports                                          | US
            en | Washington state sues over AI                                         |
            en | Paris Hilton shows her AI film                                        |
            en | Paris wants AI champions                                              | FR
            en | New South Wales tests AI cameras                                      | AU
            en | New England firms adopt AI                                            |
            id | AS perketat ekspor cip AI                                             | US
            id | AS Roma menang                                                        |
            pt | As empresas querem IA                                                 |
            pt | EUA limitam a IA                                                      | US
            es | La UE aprueba la ley de IA                                            | EU
            it | L'UE approva la legge sull'IA                                         | EU
            fr | La rue où l'IA est née                                                |
            pl | Samolot z AI wystartował                                              |
            vi | Anh cấm một mô hình AI                                                | GB
            vi | Học tiếng Anh với AI                                                  |
            de | Eintracht Frankfurt scoutet mit KI                                    |
            zh | 印度尼西亚建人工智能中心                                                    | ID
            ja | 中国電力がAIで需要予測                                                      |
            ja | マリオとAI                                                              |
            """)
    void findsCountriesAndNotTheirLookAlikes(String language, String title, String expected) {
        List<String> codes = expected == null ? List.of() : List.of(expected.split(" "));
        assertThat(Bundled.countries(language, title)).isEqualTo(codes);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            it | Vado ai giardini con la famiglia                 | false
            it | Il governo finanzia l'AI italiana                | true
            vi | Ai là người thắng giải                           | false
            vi | Chính phủ thông qua luật AI                      | true
            ja | 愛と希望のAi物語                                       | false
            ko | 조류 인플루엔자 AI 확진…오리 살처분                          | false
            ko | 정부, AI 예산 확대                                   | true
            ko | 정부, AI는 국가 전략이라 밝혀                              | true
            ko | 반도체 업계, 신형AI칩 공개                              | true
            de | KI-Gesetz beschlossen                            | true
            tr | Ki bu doğru değil                                | false
            es | El perro ia y vuelve                             | false
            es | La IA entra en la ley                            | true
            en | ai ai captain                                    | false
            en | Potato chips get a new flavour                   | false
            en | Fashion models walk in Milan                     | false
            en | Open source project turns twenty                 | false
            """)
    void takesArtificialIntelligenceForTheSubjectOnlyWhenNamed(String language, String title, boolean expected) {
        Scope scope = Bundled.CLASSIFIER.judge(title, "", language).scope();
        assertThat(scope.gate() >= Scope.GATE_NEEDED).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | US bars Nvidia from selling AI chips to China                          | true
            en | US BARS NVIDIA FROM SELLING AI CHIPS TO CHINA                          | true
            en | Brazil passes AI law                                                   | true
            en | Best crisps: we review seven bags of chips                             | false
            en | How to use ChatGPT to plan your holiday                                | false
            en | Primary school in Leeds lets AI mark homework                          | false
            en | US and China extend truce on soybean duties                            | false
            de | Frankreich verabschiedet ein Gesetz über künstliche Intelligenz        | true
            zh | 美国限制对华出口人工智能芯片                                                      | true
            zh | 用ChatGPT写作文的五个技巧                                                      | false
            ru | Китай выделит миллиарды на развитие искусственного интеллекта          | true
            ar | السعودية تستثمر في مراكز بيانات للذكاء الاصطناعي                       | true
            hi | भारत सरकार ने एआई मिशन के लिए बजट मंजूर किया                             | true
            """)
    void drawsTheLineOfScope(String language, String title, boolean expected) {
        assertThat(Bundled.classify(language, title).inScope()).isEqualTo(expected);
    }
}
