import {createHash} from 'node:crypto';
import express from 'express';
import Stripe from 'stripe';

const [protocol, host, port] = (process.env.STRIPE_API || 'https://api.stripe.com').split(/:\/*/);
const client = {protocol, host, port, timeout: 10_000, maxNetworkRetries: 0};
const stripe = new Stripe(process.env.STRIPE_SECRET_KEY, client).paymentIntents;
const price = {amount: 999, currency: 'jpy', automatic_payment_methods: {enabled: true}};
const intents = new Map(); // Your database: each order remembers its intent.
const credential = /^stripe_(token=tok|payment_method=pm|payment_intent=pi)_\w+$/;

const app = express().use(express.static('public'), express.urlencoded({extended: false}));
app.post('/charge', (req, res) => charge(req.body ?? {}, req, res));
app.get('/return', (req, res) => {
  const {order, payment_intent} = req.query; // The bank sends the customer here.
  return charge({order, stripe_payment_intent: payment_intent}, req, res);
});
app.get('/thanks', (req, res) => {
  res.send(page('Thank you', 'Your payment has arrived. <a href="/again">Buy another one</a>'));
});
app.get('/again', (req, res) => res.clearCookie('order').redirect('/'));
app.listen(process.env.PORT || 3000, 'localhost', error => console.log(error ?? 'ready'));

async function charge(form, req, res) {
  const given = Object.entries(form).filter(pair => credential.test(pair.join('=')));
  const [[field, id] = [], more] = given;
  const number = createHash('sha256').update(`${id}`).digest('hex'); // Where the page names no order.
  const order = form.order || /\border=([^;]+)/.exec(req.get('cookie'))?.[1] || number;
  const isFetch = /json/.test(req.get('accept'));
  const isLookUp = field === 'stripe_payment_intent';
  const isOwn = isLookUp ? intents.get(order) === id : req.get('sec-fetch-site') !== 'cross-site';
  const shop = process.env.SHOP_ORIGIN || `${req.protocol}://${req.get('host')}`;
  const isValid = id && !more && isOwn && /^[\w-]{20,}$/.test(order);
  const {url, ...answer} = isValid
    ? await pay(order, field, id, isFetch, shop).catch(outcome)
    : {status: 'error', message: 'No credential, not for this order, or from another site.'};
  const {status, code, message} = answer;
  if (status !== 'done') console.error(intents.get(order), status, code ?? message);
  if (isValid && !form.order) {
    const secure = shop.startsWith('https:');
    res.cookie('order', order, {httpOnly: true, sameSite: 'lax', secure, maxAge: 86_400_000});
  }
  res.set({'cache-control': 'no-store', 'referrer-policy': 'strict-origin'});
  res.status({refused: 402, unknown: 202, error: isValid ? 500 : 400}[status] ?? 200);
  if (isFetch) return res.json(answer);
  if (status === 'done' || url) return res.redirect(303, url ?? '/thanks');
  res.send(resultPage(answer, {order, [field]: id}));
}

/** Asks Stripe for the money of an order, and says what is true of the order after that. */
async function pay(order, field, id, isFetch, shop) {
  if (!intents.has(order)) {
    const key = {idempotencyKey: `order:${order}`};
    const made = await stripe.create({...price, metadata: {order_id: order}}, key);
    intents.set(order, made.id);
  }
  const own = intents.get(order);
  const failure = id === own ? undefined : await confirm(order, field, id, isFetch, shop);
  if (failure && outcome(failure).status === 'unknown') return outcome(failure);
  const {status, ...intent} = await stripe.retrieve(own);
  if (status === 'succeeded' && !failure) return {status: 'done', location: '/thanks'};
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
async function confirm(order, field, id, isFetch, shop) {
  const token = {payment_method_data: {type: 'card', card: {token: id}}};
  const card = field === 'stripe_token' ? token : {payment_method: id};
  const bank = {use_stripe_sdk: isFetch, return_url: `${shop}/return?order=${order}`};
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

function resultPage({status, code, message = ''}, fields) {
  const reason = message.replace(/[&<]/g, sign => `&#${sign.charCodeAt(0)};`);
  if (code === 'order_paid')
    return page('Paid already', `${reason} <a href="/again">Buy another one</a>`);
  if (status === 'refused')
    return page('Not paid', `${reason} This card was not charged. <a href="/">Try again</a>`);
  const ask = 'Please ask the shop before you try again.';
  if (status === 'error') return page('The shop could not take this payment', ask);
  const hidden = Object.entries(fields).map(
    ([name, value]) => `<input type="hidden" name="${name}" value="${value}">`,
  );
  const again = `<form action="/charge" method="post">${hidden.join('')}<button>Check again</button></form>`;
  return page('We do not know yet whether you have paid', `Please do not pay again. ${again}`);
}

function page(title, text) {
  return `<!doctype html><html lang="en"><meta name="viewport" content="width=device-width">
    <title>${title}</title><h1>${title}</h1><div>${text}</div></html>`;
}
