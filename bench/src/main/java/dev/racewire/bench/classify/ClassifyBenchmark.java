// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.bench.classify;

import com.hankcs.algorithm.AhoCorasickDoubleArrayTrie;
import dev.racewire.bench.classify.Articles.Article;
import dev.racewire.processor.classify.Classifier;
import dev.racewire.processor.classify.Taxonomy;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * Articles judged per second on one core, with and without a declared language, beside a bare double-array trie that
 * only finds the same terms at word boundaries. One article in ten is about AI, as in a busy technology feed; the worst
 * case, all of them, is measured apart. Each call takes the next article.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class ClassifyBenchmark {

    private final Taxonomy taxonomy = Taxonomy.bundled();
    private final Classifier classifier = new Classifier(taxonomy);
    private final List<Article> articles = Articles.make(taxonomy.languages(), 10, this::silent);
    private final List<Article> aboutAi = Articles.make(taxonomy.languages(), 1, this::silent);
    private final AhoCorasickDoubleArrayTrie<Integer> trie = trie();
    private int next;

    @Benchmark
    public Object classify() {
        Article article = article();
        return classifier.classify(article.title(), article.text(), article.language());
    }

    @Benchmark
    public Object classifyUndeclared() {
        Article article = article();
        return classifier.classify(article.title(), article.text(), null);
    }

    @Benchmark
    public Object classifyAllAboutAi() {
        Article article = aboutAi.get(Math.floorMod(next++, aboutAi.size()));
        return classifier.classify(article.title(), article.text(), article.language());
    }

    @Benchmark
    public void doubleArrayTrieFindsTheTerms(Blackhole found) {
        Article article = article();
        find(article.title().toLowerCase(Locale.ROOT), found);
        find(article.text().toLowerCase(Locale.ROOT), found);
    }

    private void find(String text, Blackhole found) {
        trie.parseText(text, (begin, end, term) -> {
            boolean startsWord = begin == 0 || !Character.isLetterOrDigit(text.charAt(begin - 1));
            boolean endsWord = end == text.length() || !Character.isLetterOrDigit(text.charAt(end));
            if ((startsWord && endsWord) || Character.isIdeographic(text.charAt(begin))) {
                found.consume(term);
            }
        });
    }

    private Article article() {
        return articles.get(Math.floorMod(next++, articles.size()));
    }

    private boolean silent(Article article) {
        return classifier
                .classify(article.title(), article.text(), article.language())
                .evidence()
                .isEmpty();
    }

    private AhoCorasickDoubleArrayTrie<Integer> trie() {
        TreeMap<String, Integer> terms = new TreeMap<>();
        taxonomy.words().forEach(word -> terms.put(word.toLowerCase(Locale.ROOT), terms.size()));
        AhoCorasickDoubleArrayTrie<Integer> trie = new AhoCorasickDoubleArrayTrie<>();
        trie.build(terms);
        return trie;
    }
}
