import type Stripe from 'stripe';
import {type Call, endpoint} from '../api/endpoint.js';
import {invalidRequest, missingParam, noSuch} from '../api/errors.js';
import {changedMetadata, metadata} from '../api/metadata.js';
import {
  amount,
  choice,
  currency,
  email,
  ignored,
  required,
  returnUrl,
  shape,
  text,
  type Values,
} from '../api/params.js';
import {checkClientSecret} from '../api/secrets.js';
import {newId, randomText, timestamp} from '../store/ids.js';
import type {StoredCard} from '../store/store.js';
import {cardObject, cardOrToken} from './cards.js';
import {address, fullAddress} from './contact.js';
import {emit} from './events.js';
import {addMethod, cardGiven} from './payment-methods.js';
import {checkChargeable, currentSource, isSource} from './source-states.js';
import {
  type SourceType,
  type SourceTypeName,
  sourceTypes,
  type SourceUsage,
} from './source-types.js';
import {browserParams, spendToken} from './tokens.js';

const owner = shape({address, email, name: text, phone: text});

const typeNames = Object.keys(sourceTypes) as [SourceTypeName, ...SourceTypeName[]];

const createParams = {
  ...browserParams,
  amount,
  card: cardOrToken,
  currency,
  flow: ignored,
  metadata,
  owner,
  redirect: shape({return_url: required(returnUrl)}),
  statement_descriptor: text,
  three_d_secure: shape({card: required(text)}),
  token: text,
  type: choice(...typeNames),
  usage: choice('reusable', 'single_use'),
};
type CreateParams = Values<typeof createParams>;

const create = endpoint({
  method: 'POST',
  path: '/sources',
  isPublic: true,
  returns: 'source',
  params: createParams,
  check: params => {
    usageOf(typeOf(params), params.usage);
    checkRedirect(typeOf(params), params);
  },
  run: (params, call) => {
    const typeName = typeOf(params);
    const usage = usageOf(typeName, params.usage);
    const card = cardOf(typeName, params, call);
    const source = newSource(typeName, usage, params, call);
    if (card) describeCard(source, card, params);
    call.store.sources.add(source.id, source);
    if (card) addMethod(call.store, source.id, card).source = source;
    if (source.status === 'chargeable') emit(call, 'source.chargeable', source);
    else call.store.changed(source);
    return source;
  },
});

const retrieve = endpoint({
  method: 'GET',
  path: '/sources/:id',
  isPublic: true,
  returns: 'source',
  params: {_stripe_account: ignored, client_secret: text},
  run: ({client_secret: secret}, call) => {
    const source = findSource(call.id, call);
    checkClientSecret(source, secret, call.keyKind);
    return source;
  },
});

const update = endpoint({
  method: 'POST',
  path: '/sources/:id',
  returns: 'source',
  params: {amount, metadata, owner},
  run: (params, call) => {
    const source = findSource(call.id, call);
    source.metadata = changedMetadata(source.metadata ?? {}, params.metadata);
    if (params.amount !== undefined) source.amount = params.amount;
    if (params.owner) source.owner = ownerOf(params.owner, source.owner);
    call.store.changed(source);
    return source;
  },
});

export const sources = [create, retrieve, update];

/** @throws ApiError 404 when there is no such source */
function findSource(id: string, call: Call): Stripe.Source {
  const source = currentSource(id, call);
  if (!source) throw noSuch('source', id, 'source', 404);
  return source;
}

function typeOf({token, type}: CreateParams): SourceTypeName {
  const name = type ?? (token ? 'card' : undefined);
  if (!name) throw missingParam('type');
  return name;
}

/** @throws ApiError when the type has no such usage (wording not verified) */
function usageOf(name: SourceTypeName, wanted: SourceUsage | undefined): SourceUsage {
  const {usages}: SourceType = sourceTypes[name];
  if (wanted === undefined || usages.includes(wanted)) return wanted ?? usages[0];
  throw invalidRequest(`Sources of type ${name} cannot have the usage ${wanted}.`, {
    param: 'usage',
  });
}

/** @throws ApiError when a source that sends its customer away lacks what that needs */
function checkRedirect(name: SourceTypeName, params: CreateParams): void {
  const {flow, currencies}: SourceType = sourceTypes[name];
  if (flow === 'none') return;
  if (!params.redirect) throw missingParam('redirect[return_url]');
  if (!params.currency) throw missingParam('currency');
  const usage = usageOf(name, params.usage);
  if (usage === 'single_use' && params.amount === undefined) throw missingParam('amount');
  if (!currencies || currencies.includes(params.currency)) return;
  throw invalidRequest(
    `The currency provided (${params.currency}) is invalid for sources of type ${name}: it must ` +
      `be ${currencies.join(' or ')}.`,
    {param: 'currency'},
  );
}

/** The card of a card source, or the one that a 3-D Secure source asks about. */
function cardOf(name: SourceTypeName, params: CreateParams, call: Call): StoredCard | undefined {
  if (name === 'card') {
    if (params.token) return spendToken(call.store, params.token, 'token');
    if (!params.card) throw missingParam('card');
    return cardGiven(call.store, params.card, call.keyKind, 'card[token]');
  }
  if (name !== 'three_d_secure') return undefined;
  if (!params.three_d_secure) throw missingParam('three_d_secure[card]');
  const {card: id} = params.three_d_secure;
  const record = call.store.paymentMethods.get(id);
  if (!record?.source) throw noSuch('source', id, 'three_d_secure[card]');
  if (isSource(record.source)) checkChargeable(record.source);
  // Its holder will have been asked when this source can be charged.
  return {...record.card, authentication: undefined};
}

function newSource(
  name: SourceTypeName,
  usage: SourceUsage,
  params: CreateParams,
  {origin}: Call,
): Stripe.Source {
  const {flow}: SourceType = sourceTypes[name];
  const id = newId('src');
  const secret = `${id.replace('src_', 'src_client_secret_')}${randomText(8)}`;
  const source: Stripe.Source = {
    id,
    object: 'source',
    allow_redisplay: 'unspecified',
    amount: params.amount ?? null,
    client_secret: secret,
    created: timestamp(),
    currency: params.currency ?? null,
    flow,
    livemode: false,
    metadata: changedMetadata({}, params.metadata),
    owner: ownerOf(params.owner),
    statement_descriptor: params.statement_descriptor ?? null,
    status: flow === 'redirect' ? 'pending' : 'chargeable',
    type: name,
    usage,
  };
  if (flow === 'none' || !params.redirect) return source;
  source.redirect = {
    failure_reason: null,
    return_url: params.redirect.return_url,
    status: 'pending',
    url: `${origin}/redirect/authenticate/${id}?client_secret=${secret}`,
  };
  if (name !== 'three_d_secure') Object.assign(source, {[name]: {}});
  return source;
}

/** Puts on a source what is known of its card. */
function describeCard(source: Stripe.Source, stored: StoredCard, params: CreateParams): void {
  const {brand, country, cvc_check, exp_month, exp_year, funding, last4, name} = cardObject(
    stored,
    false,
  );
  const {fingerprint} = stored;
  const card = {brand, country, cvc_check, exp_month, exp_year, fingerprint, funding, last4, name};
  source.owner = ownerOf(params.owner, {
    ...ownerOf(undefined),
    address: stored.address,
    name: stored.name,
  });
  if (source.type === 'three_d_secure') {
    const asked = params.three_d_secure?.card ?? null;
    source.three_d_secure = {...card, authenticated: false, card: asked, customer: null};
    return;
  }
  const isRequired = stored.authentication !== undefined;
  source.card = {...card, three_d_secure: isRequired ? 'required' : 'optional'};
}

function ownerOf(
  given: ReturnType<typeof owner>,
  known?: Stripe.Source.Owner | null,
): Stripe.Source.Owner {
  const hasAddress = given?.address ?? known?.address;
  return {
    address: hasAddress ? fullAddress(given?.address, known?.address ?? undefined) : null,
    email: given?.email ?? known?.email ?? null,
    name: given?.name ?? known?.name ?? null,
    phone: given?.phone ?? known?.phone ?? null,
    verified_address: null,
    verified_email: null,
    verified_name: null,
    verified_phone: null,
  };
}
