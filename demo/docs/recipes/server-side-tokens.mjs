import express from 'express';
import Stripe from 'stripe';

const api = new URL(process.env.STRIPE_API || 'https://api.stripe.com');
const server = {host: api.hostname, port: api.port || 443, protocol: api.protocol.slice(0, -1)};
const stripe = new Stripe(process.env.STRIPE_SECRET_KEY, {...server, timeout: 20_000});
const order = {id: '1001', amount: 999, currency: 'jpy'}; // Your database. It remembers the intent.

const names = ['number', 'exp_month', 'exp_year', 'cvc'];
const inputs = names.map(name => `<label>${name} <input name="${name}"></label>`).join('\n');
const page = `<!doctype html><form method="post">${inputs}<button>Pay</button></form>`;

const app = express();
app.get('/', (_request, response) => response.set('cache-control', 'no-store').send(page));
app.post('/', express.text({type: '*/*'}), async (request, response) => {
  const form = new URLSearchParams(request.body);
  try {
    const card = Object.fromEntries(names.map(name => [name, form.get(name) || undefined]));
    const token = await stripe.tokens.create({card});
    await pay(token.id);
    response.send('Paid.');
  } catch ({rawType, code, requestId, message, statusCode = 500, payment_intent: intent}) {
    // Nothing of the card may get into a log, and nothing of it does.
    console.error(rawType, code, requestId);
    const isUnknown = statusCode >= 500 || [409, 429].includes(statusCode);
    const paid = 'This order has been paid already. Nothing was charged this time.';
    if (intent?.status === 'succeeded') response.status(409).send(paid);
    else if (rawType === 'card_error') response.status(402).send(message);
    else if (isUnknown) response.status(500).send('We do not know whether you have paid. Ask us.');
    else response.status(500).send('The shop could not take this payment. Ask us.');
  }
});
app.listen(process.env.PORT || 3000, 'localhost', error => console.log(error ?? 'ready'));

async function pay(token) {
  const {id: order_id, amount, currency} = order;
  const bought = {amount, currency, metadata: {order_id}};
  const inPage = {automatic_payment_methods: {enabled: true, allow_redirects: 'never'}};
  const key = {idempotencyKey: `order:${order_id}`};
  order.intent ??= (await stripe.paymentIntents.create({...bought, ...inPage}, key)).id;
  const card = {payment_method_data: {type: 'card', card: {token}}};
  // Without a script there is no 3-D Secure in the page: such a card is declined.
  await stripe.paymentIntents.confirm(order.intent, {...card, error_on_requires_action: true});
}
