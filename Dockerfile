# syntax=docker/dockerfile:1.7
# The image by its digest, so that the same commit makes the same image; `make upgrade` says how to move it.

# One base for both stages: a virtual environment holds the path of its interpreter.
FROM python:3.13-slim@sha256:7c61056e61ac89e852de05f3dc6fa51a6dd2181797bceed46aa725dd7cb2cd3b AS base
ENV PYTHONUNBUFFERED=1 PIP_NO_CACHE_DIR=1 PIP_DISABLE_PIP_VERSION_CHECK=1

FROM base AS build
WORKDIR /app
RUN python -m venv /app/.venv
COPY requirements.lock ./
RUN /app/.venv/bin/pip install --require-hashes -r requirements.lock

FROM base
RUN groupadd --system --gid 10001 cartwright \
    && useradd --system --uid 10001 --gid 10001 --home-dir /app --no-create-home cartwright \
    && install -d -o cartwright -g cartwright /app/var
WORKDIR /app
COPY --from=build /app/.venv /app/.venv
COPY . /app
RUN python -m compileall -q -x '/\.venv/' /app
ENV PATH=/app/.venv/bin:$PATH \
    PYTHONDONTWRITEBYTECODE=1 \
    CARTWRIGHT_ENV=production \
    CARTWRIGHT_HOST=0.0.0.0 \
    CARTWRIGHT_PORT=5566
USER 10001:10001
EXPOSE 5566
ENTRYPOINT ["python", "-m", "cli"]
CMD ["web"]
