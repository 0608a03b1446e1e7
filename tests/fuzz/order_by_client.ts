// Runs an order through a client typed by what was generated from the document; its argument is the shop's address.
import createClient from "openapi-fetch";
import type { paths } from "./schema";

const baseUrl = process.argv[2];
const email = `${crypto.randomUUID()}@example.com`;
const password = "velvet-otter-canyon-42";

function sure<T>(answer: { data?: T; error?: unknown }): T {
  if (answer.data === undefined) throw new Error(JSON.stringify(answer.error));
  return answer.data;
}

const stranger = createClient<paths>({ baseUrl });
sure(await stranger.POST("/api/v1/auth/register", { body: { email, password } }));
const tokens = sure(await stranger.POST("/api/v1/auth/login", { body: { email, password } }));
const client = createClient<paths>({ baseUrl, headers: { Authorization: `Bearer ${tokens.access_token}` } });
const mug = sure(await client.GET("/api/v1/products", { params: { query: { q: "mug" } } })).items[0];
sure(await client.POST("/api/v1/cart/items", { body: { product_id: mug.id, quantity: 2 } }));
const address = { name: "Pat", line1: "1 Mill Lane", city: "Portland", postal_code: "97201", country: "US" };
let order = sure(
  await client.POST("/api/v1/orders", {
    params: { header: { "Idempotency-Key": crypto.randomUUID() } },
    body: { shipping_address: address, payment: { method: "test_card", token: "tok_ok" } },
  }),
);
while (!order.decided) {
  const header = { Prefer: "wait=10" };
  order = sure(await client.GET("/api/v1/orders/{order_id}", { params: { path: { order_id: order.id }, header } }));
}
console.log(order.status, order.total.amount === mug.price.amount * 2);
