import {english, type Words} from '../../stripe-js/fields/words.js';

// Stripe's fields may word these languages differently.

const de: Words = {
  labels: {
    number: 'Kredit- oder Debitkartennummer',
    expiry: 'Ablaufdatum der Kredit- oder Debitkarte',
    cvc: 'Prüfziffer der Kredit- oder Debitkarte',
    postal: 'Postleitzahl',
  },
  captions: {
    number: 'Kartennummer',
    expiry: 'Ablaufdatum',
    cvc: 'Sicherheitscode',
    postal: 'Postleitzahl',
  },
  placeholders: {number: '1234 1234 1234 1234', expiry: 'MM / JJ', cvc: 'CVC', postal: 'PLZ'},
  faults: {
    incomplete_number: 'Die Kartennummer ist unvollständig.',
    invalid_number: 'Die Kartennummer ist ungültig.',
    incomplete_expiry: 'Das Ablaufdatum der Karte ist unvollständig.',
    invalid_expiry_month_past: 'Das Ablaufdatum der Karte liegt in der Vergangenheit.',
    invalid_expiry_year_past: 'Das Ablaufjahr der Karte liegt in der Vergangenheit.',
    incomplete_cvc: 'Der Sicherheitscode der Karte ist unvollständig.',
    incomplete_zip: 'Die Postleitzahl ist unvollständig.',
  },
};

const fr: Words = {
  labels: {
    number: 'Numéro de carte de crédit ou de débit',
    expiry: "Date d'expiration de la carte de crédit ou de débit",
    cvc: 'Code CVC/CVV de la carte de crédit ou de débit',
    postal: 'Code postal',
  },
  captions: {
    number: 'Numéro de carte',
    expiry: "Date d'expiration",
    cvc: 'Code de sécurité',
    postal: 'Code postal',
  },
  placeholders: {
    number: '1234 1234 1234 1234',
    expiry: 'MM / AA',
    cvc: 'CVC',
    postal: 'Code postal',
  },
  faults: {
    incomplete_number: 'Le numéro de carte est incomplet.',
    invalid_number: "Le numéro de carte n'est pas valide.",
    incomplete_expiry: "La date d'expiration de la carte est incomplète.",
    invalid_expiry_month_past: "La date d'expiration de la carte est passée.",
    invalid_expiry_year_past: "L'année d'expiration de la carte est passée.",
    incomplete_cvc: 'Le code de sécurité de la carte est incomplet.',
    incomplete_zip: 'Le code postal est incomplet.',
  },
};

const ja: Words = {
  labels: {
    number: 'クレジットカードまたはデビットカードの番号',
    expiry: 'クレジットカードまたはデビットカードの有効期限',
    cvc: 'クレジットカードまたはデビットカードのセキュリティコード',
    postal: '郵便番号',
  },
  captions: {
    number: 'カード番号',
    expiry: '有効期限',
    cvc: 'セキュリティコード',
    postal: '郵便番号',
  },
  placeholders: {
    number: '1234 1234 1234 1234',
    expiry: '月 / 年',
    cvc: 'CVC',
    postal: '郵便番号',
  },
  faults: {
    incomplete_number: 'カード番号に不備があります。',
    invalid_number: 'カード番号が無効です。',
    incomplete_expiry: 'カードの有効期限に不備があります。',
    invalid_expiry_month_past: 'カードの有効期限が切れています。',
    invalid_expiry_year_past: 'カードの有効期限の年が過ぎています。',
    incomplete_cvc: 'カードのセキュリティコードに不備があります。',
    incomplete_zip: '郵便番号に不備があります。',
  },
};

const ar: Words = {
  labels: {
    number: 'رقم بطاقة الائتمان أو الخصم',
    expiry: 'تاريخ انتهاء بطاقة الائتمان أو الخصم',
    cvc: 'رمز أمان بطاقة الائتمان أو الخصم',
    postal: 'الرمز البريدي',
  },
  captions: {
    number: 'رقم البطاقة',
    expiry: 'تاريخ الانتهاء',
    cvc: 'رمز الأمان',
    postal: 'الرمز البريدي',
  },
  placeholders: {
    number: '1234 1234 1234 1234',
    expiry: 'شهر / سنة',
    cvc: 'CVC',
    postal: 'الرمز البريدي',
  },
  faults: {
    incomplete_number: 'رقم البطاقة غير مكتمل.',
    invalid_number: 'رقم البطاقة غير صالح.',
    incomplete_expiry: 'تاريخ انتهاء البطاقة غير مكتمل.',
    invalid_expiry_month_past: 'انتهت صلاحية البطاقة.',
    invalid_expiry_year_past: 'سنة انتهاء البطاقة في الماضي.',
    incomplete_cvc: 'رمز أمان البطاقة غير مكتمل.',
    incomplete_zip: 'الرمز البريدي غير مكتمل.',
  },
};

const words = {en: english, de, fr, ja, ar} as const satisfies Record<string, Words>;

export type Language = keyof typeof words;

/**
 * The language to speak.
 * @param locales tags such as `de-AT`, the preferred first; without one of ours it is English
 */
export function languageOf(locales: readonly string[]): Language {
  const languages = locales.map(tag => tag.split('-', 1)[0]);
  return languages.find(isLanguage) ?? 'en';
}

export function wordsOf(language: Language): Words {
  return words[language];
}

function isLanguage(name: unknown): name is Language {
  return typeof name === 'string' && Object.hasOwn(words, name);
}
