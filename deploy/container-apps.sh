#!/usr/bin/env bash
# `make deploy`: the tag TAG to Azure Container Apps. Migrates first, moves the visitors last, and back if smoke fails.
set -euo pipefail
: "${TAG:?}" "${RESOURCE_GROUP:?}" "${REGISTRY:?}" "${SHOP_URL:?}"
image="$REGISTRY.azurecr.io/cartwright:$TAG"

az acr build --registry "$REGISTRY" --image "cartwright:$TAG" .
before=$(az containerapp revision list --resource-group "$RESOURCE_GROUP" --name web --query "[?properties.trafficWeight==\`100\`].name | [0]" --output tsv)
worker_before=$(az containerapp show --resource-group "$RESOURCE_GROUP" --name worker --query 'properties.template.containers[0].image' --output tsv)

az containerapp job update --resource-group "$RESOURCE_GROUP" --name migrate --image "$image"
run=$(az containerapp job start --resource-group "$RESOURCE_GROUP" --name migrate --query name --output tsv)
until state=$(az containerapp job execution show --resource-group "$RESOURCE_GROUP" --name migrate \
        --job-execution-name "$run" --query properties.status --output tsv) && [ "$state" != Running ]; do sleep 5; done
[ "$state" = Succeeded ] || { echo "the migration ended with $state: nothing was changed after it"; exit 1; }

suffix="${TAG//[^a-z0-9]/-}-$(date +%s)"
az containerapp update --resource-group "$RESOURCE_GROUP" --name worker --image "$image" --revision-suffix "$suffix"
az containerapp update --resource-group "$RESOURCE_GROUP" --name web --image "$image" --revision-suffix "$suffix"
az containerapp ingress traffic set --resource-group "$RESOURCE_GROUP" --name web --revision-weight "web--$suffix=100"

if ! .venv/bin/cartwright smoke "$SHOP_URL"; then
    echo "smoke failed: back to $before"
    az containerapp ingress traffic set --resource-group "$RESOURCE_GROUP" --name web --revision-weight "$before=100"
    az containerapp update --resource-group "$RESOURCE_GROUP" --name worker --image "$worker_before"
    exit 1
fi
