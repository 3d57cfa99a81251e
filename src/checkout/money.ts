/**
 * Digits after the decimal point are Stripe's, never `Intl`'s: the two differ for ISK and UGX.
 * Source: https://docs.stripe.com/currencies.
 */
const zeroDecimal = words('bif clp djf gnf jpy kmf krw mga pyg rwf vnd vuv xaf xof xpf');
const threeDecimal = words('bhd jod kwd omr tnd');
const twoDecimal = words(
  'aed afn all amd ang aoa ars aud awg azn bam bbd bdt bgn bmd bnd bob brl bsd btn bwp byn bzd ' +
    'cad cdf chf cny cop crc cve czk dkk dop dzd egp etb eur fjd fkp gbp gel ghs gip gmd gtq gyd ' +
    'hkd hnl htg huf idr ils inr isk jmd kes kgs khr kyd kzt lak lbp lkr lrd lsl mad mdl mkd mmk ' +
    'mnt mop mur mvr mwk mxn myr mzn nad ngn nio nok npr nzd pab pen pgk php pkr pln qar ron rsd ' +
    'rub sar sbd scr sek sgd shp sle sos srd std svc szl thb tjs top try ttd twd tzs uah ugx usd ' +
    'uyu uzs wst xcd xcg yer zar zmw',
);

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(' '));
}

/** Whether a card can be charged in this currency (lower-case ISO 4217 code). */
export function isCurrency(currency: string): boolean {
  return twoDecimal.has(currency) || zeroDecimal.has(currency) || threeDecimal.has(currency);
}

/** How many digits of an amount in the smallest unit stand after the decimal point. */
export function decimalsOf(currency: string): 0 | 2 | 3 {
  if (zeroDecimal.has(currency)) return 0;
  return threeDecimal.has(currency) ? 3 : 2;
}

/**
 * An amount as the customer reads it.
 * @param amount in the smallest currency unit: 999 is ¥999, but $9.99
 * @param currency lower-case ISO 4217 code
 * @param locale BCP 47 language tag
 */
export function formatAmount(amount: number, currency: string, locale: string): string {
  const decimals = decimalsOf(currency);
  return new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  }).format(amount / 10 ** decimals);
}
