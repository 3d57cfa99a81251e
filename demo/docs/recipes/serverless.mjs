import Stripe from 'stripe';

const api = new URL(process.env.STRIPE_API || 'https://api.stripe.com');
const server = {host: api.hostname, port: api.port || 443, protocol: api.protocol.slice(0, -1)};
const {paymentIntents} = new Stripe(process.env.STRIPE_SECRET_KEY, {...server, timeout: 20_000});
const orders = new Map([['1001', {id: '1001', amount: 999, currency: 'jpy'}]]); // your database
const posted =
  /^stripe_(token=tok|source=src|payment_method=pm|confirmation_token=ctoken|payment_intent=pi)_\w+$/;

export default {
  async fetch(request) {
    if (request.method !== 'POST')
      return new Response(null, {status: 405, headers: {allow: 'POST'}});
    const [status, body] = await charge(new URLSearchParams(await request.text()));
    return Response.json(body, {status});
  },
};

async function charge(form) {
  const order = orders.get(form.get('order'));
  const [[field, id] = [], another] = [...form].filter(entry => posted.test(entry.join('=')));
  if (!order || !id || another) return [400, {status: 'refused', code: 'bad_request'}];
  try {
    const intent = await (field === 'stripe_payment_intent'
      ? paymentIntents.retrieve(id)
      : pay(order, field, id, form.get('stripe_email') || undefined));
    return answer(order, intent);
  } catch (error) {
    // Declined, or paid before: the error brings the intent along.
    if (error.payment_intent) return answer(order, error.payment_intent);
    console.error(order.id, error.type, error.code, error.requestId);
    const isRefusal =
      [400, 404].includes(error.statusCode) && error.rawType !== 'idempotency_error';
    return isRefusal ? [402, {status: 'refused', code: error.code}] : [202, {status: 'unknown'}];
  }
}

// One intent for each order, and Stripe takes the money of an intent once, whatever is posted.
async function pay({id: order_id, amount, currency}, field, id, receipt_email) {
  const inPage = {automatic_payment_methods: {enabled: true, allow_redirects: 'never'}};
  const bought = {amount, currency, metadata: {order_id}, ...inPage};
  const intent = await paymentIntents.create(bought, {idempotencyKey: `order:${order_id}`});
  let card = {payment_method: id};
  if (field === 'stripe_token') card = {payment_method_data: {type: 'card', card: {token: id}}};
  if (field === 'stripe_confirmation_token') card = {confirmation_token: id};
  const payment = {...card, receipt_email, use_stripe_sdk: true};
  return paymentIntents.confirm(intent.id, payment, {idempotencyKey: `order:${order_id}:${id}`});
}

function answer({id, amount, currency}, intent) {
  const {status, client_secret, last_payment_error: refusal} = intent;
  if (intent.metadata.order_id !== id || intent.amount !== amount || intent.currency !== currency)
    return [400, {status: 'refused', code: 'bad_request'}];
  if (status === 'succeeded') return [200, {status: 'done', location: '/thanks'}]; // write it down
  if (status === 'requires_action') return [200, {status: 'action_required', client_secret}];
  if (status !== 'requires_payment_method') return [202, {status: 'unknown'}];
  return [402, {status: 'refused', code: refusal?.code, message: refusal?.message}];
}
