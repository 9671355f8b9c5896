# syntax=docker/dockerfile:1
# escape=\
ARG GO=1.25
FROM --platform=$BUILDPLATFORM golang:${GO} AS build
WORKDIR /src
# modules first
COPY go.mod go.sum ./
RUN --mount=type=cache,target=/go/pkg/mod,id="go mod" \
    # fetch

    go mod download && \
    go build -o /app ./...

FROM scratch
LABEL a=b "c d"='e f'
ENV PATH /bin:$PATH
COPY --from=build --chmod=0755 ["/app", "/b\u0069n/"]
HEALTHCHECK --interval=5s CMD ["/app", "-check"]
ONBUILD RUN echo ${x:-y}
EXPOSE 80/tcp 90-92
USER 1000:1000
ENTRYPOINT ["/app"]
CMD --help
