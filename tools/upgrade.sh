#!/usr/bin/env bash
# Writes the newest versions that pyproject.toml and the *.in files allow into every lock. `make upgrade` checks them then.
set -euo pipefail
cd "$(dirname "$0")/.."
compile() { uv pip compile --upgrade --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --no-annotate "$@"; }

compile pyproject.toml -o requirements.lock
compile pyproject.toml --extra dev -c requirements.lock -o requirements-dev.lock
for list in tools tests/fuzz benchmarks/baseline; do compile "$list/requirements.in" -o "$list/requirements.lock"; done
for folder in assets tests/browser tests/fuzz; do
    (cd "$folder" && npm update --package-lock-only --ignore-scripts --omit-lockfile-registry-resolved)
done
dotnet restore aspire/Cartwright.slnx --force-evaluate
echo "Base images are named by digest in Dockerfile and deploy/compose.production.yml: move them by hand, with"
echo "  docker buildx imagetools inspect python:3.13-slim --format '{{.Manifest.Digest}}'"
