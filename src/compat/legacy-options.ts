import {isTrue, text} from '../checkout/given-options.js';
import {imageUrl} from '../checkout/image.js';
import {amountError, currencyError, isCurrency} from '../checkout/money.js';
import {type CheckoutOptions, themeFrom, withShared} from '../checkout/options.js';
import type {Gateway} from '../gateways/gateway.js';
import {localeFor} from '../locales/locale.js';
import {warnOnce} from '../hints.js';
import {baseUrl, browserLanguages} from '../page/platform.js';
import {type NameStyle, type RawOptions, retiredNames} from './option-names.js';

/**
 * Reads options as checkout.js did: nothing is so wrong that the dialog would not open. What cannot be shown
 * is left out, and a key that cannot be used is said in the dialog and in the console.
 * @param styled how the options are called in the console
 */
export function legacyOptions(
  raw: RawOptions,
  gateway: Gateway,
  styled: NameStyle,
): CheckoutOptions {
  for (const name of retiredNames) {
    if (isTrue(raw[name])) warnOnce(`pay-button: ${styled(name)} is retired and does nothing.`);
  }
  if (raw.address !== undefined) {
    warnOnce(
      `pay-button: ${styled('address')} is deprecated. Use ${styled('billingAddress')} instead.`,
    );
  }
  const key = text(raw.key) ?? '';
  return withShared(raw, {
    key,
    testMode: isTestKey(key, gateway),
    ...moneyFrom(raw, styled),
    locale: legacyLocale(raw.locale),
    theme: themeFrom(raw.theme),
    image: imageFrom(raw.image, styled),
    account: undefined,
    create: 'token',
    usage: undefined,
    confirm: 'navigate',
    billingAddress: isTrue(raw.billingAddress ?? raw.address),
    askEmail: true,
    field: 'stripeToken',
    autoSubmit: true,
  });
}

/** checkout.js spoke English unless it was told otherwise; `auto` was the customer's language, never the page's. */
function legacyLocale(locale: unknown): string {
  const wanted = text(locale) ?? 'en';
  return localeFor(wanted === 'auto' ? browserLanguages()[0] : wanted);
}

/** Images of old pages are often `http:`, and have been served by `https:` since. */
function imageFrom(value: unknown, styled: NameStyle): string | undefined {
  const given = text(value);
  if (!given) return undefined;
  const base = baseUrl();
  const url = imageUrl(given.replace(/^http:/i, location.protocol), base);
  if (!url) warnOnce(`pay-button: the image in ${styled('image')} is not safe to load.`);
  return url;
}

function isTestKey(key: string, gateway: Gateway): boolean {
  try {
    return gateway.isTestKey(key);
  } catch {
    // The dialog will say it when it opens. By its class the error is not known here: that is another file's.
    return false;
  }
}

function moneyFrom(
  raw: RawOptions,
  styled: NameStyle,
): Pick<CheckoutOptions, 'amount' | 'currency'> {
  const currency = text(raw.currency)?.toLowerCase() ?? 'usd';
  if (isCurrency(currency)) return {amount: amountFrom(raw.amount, styled), currency};
  warnOnce(`${currencyError(styled('currency'), currency).message} No amount is shown.`);
  return {amount: undefined, currency: 'usd'};
}

/** checkout.js read strings up to the first character that is no digit. */
function amountFrom(value: unknown, styled: NameStyle): number | undefined {
  const given = text(value);
  if (given === undefined) return undefined;
  const amount = typeof value === 'number' ? Math.round(value) : Number.parseInt(given, 10);
  const shown = amount > 0 && Number.isSafeInteger(amount) ? amount : undefined;
  if (given !== String(amount)) {
    const {message} = amountError(styled('amount'), given);
    warnOnce(`${message} ${shown ?? 'No amount'} is shown.`);
  }
  return shown;
}
