// Starts whichever of the two documentation programs the page has brought.
"use strict";

const swagger = document.getElementById("swagger");
const redoc = document.getElementById("redoc");

if (swagger) {
  window.SwaggerUIBundle({
    url: swagger.dataset.document,
    domNode: swagger,
    deepLinking: true,
    displayRequestDuration: true,
    persistAuthorization: false,
    validatorUrl: null,
  });
}
if (redoc) {
  window.Redoc.init(redoc.dataset.document, { nativeScrollbars: true, hideDownloadButton: false }, redoc);
}
