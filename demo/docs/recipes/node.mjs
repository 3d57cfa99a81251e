import express from 'express';
import Stripe from 'stripe';

const [protocol, host, port] = (process.env.STRIPE_API || 'https://api.stripe.com').split(/:\/*/);
const intents = new Stripe(process.env.STRIPE_SECRET_KEY, {protocol, host, port}).paymentIntents;
const inPage = {automatic_payment_methods: {enabled: true, allow_redirects: 'never'}};
const orders = new Map([['1001', {amount: 999, currency: 'jpy', metadata: {order_id: '1001'}}]]); // your database
const posted = /^stripe_(token=tok|payment_method=pm|payment_intent=pi)_\w+$/;

const app = express().use(express.urlencoded({extended: false}));
app.post('/charge', async ({body: form = {}}, res) => {
  const order = orders.get(form.order);
  const [[field, id] = [], more] = Object.entries(form).filter(pair => posted.test(pair.join('=')));
  if (!order || !id || more) return res.status(400).json({status: 'error', message: 'bad request'});
  const token = {payment_method_data: {type: 'card', card: {token: id}}};
  const card = {...(field === 'stripe_token' ? token : {payment_method: id}), use_stripe_sdk: true};
  const once = {idempotencyKey: `order:${form.order}:${id}`};
  const intent = await intents // The order's key always gives its own intent, which is paid once.
    .create({...order, ...inPage}, {idempotencyKey: `order:${form.order}`})
    .then(own => (/^pi_/.test(id) ? intents.retrieve(own.id) : intents.confirm(own.id, card, once)))
    .catch(error => error.payment_intent ?? error); // A decline, and "paid before", bring it along.
  const {status, type, client_secret, last_payment_error: refusal = intent} = intent;
  if (status === 'succeeded') return res.json({status: 'done', location: '/thanks'}); // write it down
  if (status === 'requires_action') return res.json({status: 'action_required', client_secret});
  console.error('order', form.order, status ?? type, refusal?.code);
  const refused = status === 'requires_payment_method' || type === 'StripeInvalidRequestError';
  if (!refused) return res.status(202).json({status: 'unknown'});
  res.status(402).json({status: 'refused', code: refusal?.code, message: refusal?.message});
});
app.listen(process.env.PORT || 3000, 'localhost', error => console.log(error ?? 'ready'));
