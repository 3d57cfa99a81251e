import {createHash} from 'node:crypto';
import Stripe from 'stripe';

const shop = process.env.SHOP_ORIGIN; // The origin of the page, where it is another one.
const [protocol, host, port] = (process.env.STRIPE_API || 'https://api.stripe.com').split(/:\/*/);
const client = {protocol, host, port, timeout: 10_000, maxNetworkRetries: 0};
const stripe = new Stripe(process.env.STRIPE_SECRET_KEY, client).paymentIntents;
const price = {amount: 999, currency: 'jpy', automatic_payment_methods: {enabled: true}};
const intents = new Map(); // Your database: each order remembers its intent.
const credential = /^stripe_(token=tok|payment_method=pm|payment_intent=pi)_\w+$/;

async function handle(request) {
  const {origin: here, pathname, searchParams: query} = new URL(request.url);
  switch (`${request.method} ${pathname}`) {
    case 'OPTIONS /charge':
      return new Response(null, {status: 204, headers: {'access-control-allow-methods': 'POST'}});
    case 'POST /charge':
      return charge(new URLSearchParams(await request.text()), request.headers, here);
    case 'GET /return': {
      const [order, stripe_payment_intent] = [query.get('order'), query.get('payment_intent')];
      const form = new URLSearchParams({order, stripe_payment_intent});
      return charge(form, request.headers, here); // The bank sends the customer here.
    }
    case 'GET /thanks':
      return page('Thank you', 'Your payment has arrived. <a href="/again">Buy another one</a>');
    case 'GET /again':
      return redirect(`${shop ?? here}/?again`, {'set-cookie': 'order=; Path=/; Max-Age=0'});
    default:
      return page('Not found', 'This page is not here.', {status: 404});
  }
}

export default {
  async fetch(request) {
    const response = await handle(request);
    response.headers.set('vary', 'Accept');
    if (shop) response.headers.set('access-control-allow-origin', shop);
    return response;
  },
};

async function charge(form, headers, here) {
  const [[field, id] = [], more] = [...form].filter(pair => credential.test(pair.join('=')));
  const number = createHash('sha256').update(`${id}`).digest('hex'); // Where the page names no order.
  const order = form.get('order') || /\border=([^;]+)/.exec(headers.get('cookie'))?.[1] || number;
  const isFetch = /json/.test(headers.get('accept'));
  // From another origin no cookie comes, so the shop's page there has to name the order.
  const isHome = !/^(cross|same)-site$/.test(headers.get('sec-fetch-site'));
  const isShop = headers.get('origin') === shop && form.get('order');
  const isLookUp = field === 'stripe_payment_intent';
  const isOwn = isLookUp ? intents.get(order) === id : isHome || isShop;
  const isValid = id && !more && isOwn && /^[\w-]{20,}$/.test(order);
  const {url, ...answer} = isValid
    ? await pay(order, field, id, isFetch, here).catch(outcome)
    : {status: 'error', message: 'No credential, not for this order, or from another site.'};
  const {status, code, message} = answer;
  if (status !== 'done') console.error(intents.get(order), status, code ?? message);
  const cookie = `order=${order}; Path=/; Max-Age=86400; HttpOnly; SameSite=Lax`;
  const secure = here.startsWith('https:') ? '; Secure' : '';
  const kept = isValid && !form.get('order') ? {'set-cookie': cookie + secure} : {};
  const init = {
    status: {refused: 402, unknown: 202, error: isValid ? 500 : 400}[status] ?? 200,
    headers: {...kept, 'cache-control': 'no-store', 'referrer-policy': 'strict-origin'},
  };
  if (isFetch) return Response.json(answer, init);
  if (status === 'done' || url) return redirect(url ?? '/thanks', init.headers);
  return resultPage(answer, {order, [field]: id}, `${shop ?? here}/`, init);
}

/** Asks Stripe for the money of an order, and says what is true of the order after that. */
async function pay(order, field, id, isFetch, here) {
  if (!intents.has(order)) {
    const key = {idempotencyKey: `order:${order}`};
    const made = await stripe.create({...price, metadata: {order_id: order}}, key);
    intents.set(order, made.id);
  }
  const own = intents.get(order);
  const failure = id === own ? undefined : await confirm(order, field, id, isFetch, here);
  if (failure && outcome(failure).status === 'unknown') return outcome(failure);
  const {status, ...intent} = await stripe.retrieve(own);
  if (status === 'succeeded' && !failure) return {status: 'done', location: `${here}/thanks`};
  if (status === 'succeeded') return paidBefore(failure);
  if (status === 'processing') return {status: 'unknown'};
  if (failure) return outcome(failure);
  if (status === 'requires_action') {
    const url = intent.next_action.redirect_to_url?.url;
    return {status: 'action_required', client_secret: intent.client_secret, url};
  }
  const {type: rawType, code, message} = intent.last_payment_error ?? {};
  return outcome({rawType, code, message});
}

/** Charges the order's intent, once for each credential, and returns the error if there is one. */
async function confirm(order, field, id, isFetch, here) {
  const token = {payment_method_data: {type: 'card', card: {token: id}}};
  const card = field === 'stripe_token' ? token : {payment_method: id};
  const bank = {use_stripe_sdk: isFetch, return_url: `${here}/return?order=${order}`};
  const key = {idempotencyKey: `order:${order}:${id}:${isFetch}`};
  const confirmed = stripe.confirm(intents.get(order), {...card, ...bank}, key);
  return confirmed.then(() => {}).catch(error => error);
}

/** Classifies an error. The card is refused only where the card's bank or its holder said no. */
function outcome({statusCode, rawType, code, message}) {
  if (rawType === 'card_error' || code === 'payment_intent_authentication_failure')
    return {status: 'refused', code: code ?? 'card_declined', message};
  if (code === 'token_already_used')
    return {status: 'refused', code, message: 'Please enter the card once more.'};
  const isShops = [400, 401, 403, 404].includes(statusCode) && rawType !== 'idempotency_error';
  return isShops ? {status: 'error', message: `Stripe: ${code ?? rawType}`} : {status: 'unknown'};
}

function paidBefore({rawType, message}) {
  const decline = rawType === 'card_error' ? message : 'Nothing was charged this time.';
  const said = `This order has been paid already. ${decline}`;
  return {status: 'refused', code: 'order_paid', message: said};
}

function resultPage({status, code, message = ''}, fields, shopPage, init) {
  const reason = message.replace(/[&<]/g, sign => `&#${sign.charCodeAt(0)};`);
  if (code === 'order_paid')
    return page('Paid already', `${reason} <a href="/again">Buy another one</a>`, init);
  const link = `<a href="${shopPage}">Try again</a>`;
  if (status === 'refused')
    return page('Not paid', `${reason} This card was not charged. ${link}`, init);
  const ask = 'Please ask the shop before you try again.';
  if (status === 'error') return page('The shop could not take this payment', ask, init);
  const hidden = Object.entries(fields).map(
    ([name, value]) => `<input type="hidden" name="${name}" value="${value}">`,
  );
  const again = `<form action="/charge" method="post">${hidden.join('')}<button>Check again</button></form>`;
  return page(
    'We do not know yet whether you have paid',
    `Please do not pay again. ${again}`,
    init,
  );
}

function page(title, text, {status, headers} = {}) {
  const html = `<!doctype html><html lang="en"><meta name="viewport" content="width=device-width">
    <title>${title}</title><h1>${title}</h1><div>${text}</div></html>`;
  const type = {'content-type': 'text/html; charset=utf-8'};
  return new Response(html, {status, headers: {...headers, ...type}});
}

function redirect(location, headers) {
  return new Response(null, {status: 303, headers: {...headers, location}});
}
