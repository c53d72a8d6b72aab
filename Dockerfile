# SPDX-License-Identifier: Apache-2.0
# Builds the one jar, then puts it on a runtime; no build tool is in the image that runs.
FROM eclipse-temurin:25-jdk AS build
WORKDIR /src
# What the libraries depend on changes seldom: they are a layer of their own.
COPY mvnw pom.xml ./
COPY .mvn .mvn
COPY schemas/pom.xml schemas/
COPY runtime/pom.xml runtime/
COPY ingest/pom.xml ingest/
COPY processor/pom.xml processor/
COPY dashboard/pom.xml dashboard/
COPY simulator/pom.xml simulator/
COPY app/pom.xml app/
COPY bench/pom.xml bench/
RUN ./mvnw -B -ntp -Dquick -pl app -am dependency:go-offline -DexcludeGroupIds=dev.racewire || true
COPY . .
RUN ./mvnw -B -ntp -Dquick -pl app -am package

FROM eclipse-temurin:25-jre
RUN useradd --uid 10001 --create-home racewire && install -d -o racewire -m 0750 /data
COPY --from=build /src/racewire /opt/racewire/racewire
COPY --from=build /src/ops/container/healthy.sh /opt/racewire/healthy.sh
COPY --from=build /src/app/target/racewire.jar /opt/racewire/lib/racewire.jar
COPY --from=build /src/ingest/src/main/resources/dev/racewire/ingest/feedlist/feeds.csv /opt/racewire/feeds.csv
COPY LICENSE /opt/racewire/
USER 10001
WORKDIR /data
VOLUME /data
# The heap follows the container's limit; the rest is for RocksDB, threads and code.
ENV RACEWIRE_JAVA_OPTS="-XX:MaxRAMPercentage=60"
EXPOSE 8080 8081 9464
HEALTHCHECK --interval=15s --timeout=6s --start-period=90s --retries=4 CMD ["/opt/racewire/healthy.sh"]
STOPSIGNAL SIGTERM
ENTRYPOINT ["/opt/racewire/racewire"]
CMD ["--help"]
