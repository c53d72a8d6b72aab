# SPDX-License-Identifier: Apache-2.0
# Builds the one jar, then puts it on a runtime; no build tool is in the image that runs.
FROM eclipse-temurin:25-jdk AS build
WORKDIR /src
COPY . .
RUN ./mvnw -B -ntp -Dquick -pl app -am package

FROM eclipse-temurin:25-jre
RUN useradd --uid 10001 --create-home racewire && install -d -o racewire /data
COPY --from=build /src/racewire /opt/racewire/racewire
COPY --from=build /src/app/target/racewire.jar /opt/racewire/lib/racewire.jar
USER racewire
VOLUME /data
ENTRYPOINT ["/opt/racewire/racewire"]
CMD ["--help"]
