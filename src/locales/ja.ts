import type {FullWords} from './en.js';

/** Japanese */
export const words: FullWords = {
  language: 'ja',
  payWithCard: 'カードで支払う',
  notSetUp: 'お支払い設定が完了していません',
  notNow: '現在お支払いをご利用いただけません',
  payment: 'お支払い',
  dialogName: (name, amount) => (amount ? `${name}、${amount}` : name),
  pay: amount => (amount ? `${amount}を支払う` : '支払う'),
  paying: '処理中…',
  stillWorking: '引き続き処理しています…',
  slow: {
    tokenizing:
      '処理に時間がかかっています。決済は行われていません。もう少しお待ちいただくか、この画面を閉じて、もう一度お試しください。',
    done: 'ショップからまだ応答がありません。もう少しお待ちください。再度お支払いになる前に、ショップにお問い合わせください。',
  },
  checkAgain: 'もう一度確認する',
  done: '完了',
  close: '閉じる',
  tryAgain: 'もう一度試す',
  opening: 'カード入力欄を読み込んでいます…',
  testMode: 'テストモード',
  testModeMeans: '実際のカードには請求されません。',
  straightTo: provider => `カード情報は${provider}に直接送信されます。`,
  fields: {
    email: 'メールアドレス',
    number: 'カード番号',
    expiry: '有効期限',
    cvc: 'セキュリティコード',
    postalCode: '郵便番号',
  },
  addresses: {
    billing: '請求先住所',
    shipping: 'お届け先住所',
  },
  addressFields: {
    name: '氏名',
    country: '国・地域',
    line1: '住所',
    line2: '建物名・部屋番号',
    city: '市区町村',
    state: '都道府県・州',
    zip: '郵便番号',
  },
  optional: label => `${label}（任意）`,
  sameAsBilling: '請求先住所と同じ',
  somethingWrong: '問題が発生しました。決済は行われていません。もう一度お試しください。',
  errors: {
    incomplete_email: 'メールアドレスを正しく入力してください（例：ada@example.com）。',
    incomplete_number: 'カード番号を最後まで入力してください。',
    incomplete_expiry: '有効期限の月と年を入力してください。',
    incomplete_cvc: 'セキュリティコード（3桁または4桁）を入力してください。',
    incomplete_zip: 'カード会社にご登録の住所の郵便番号を入力してください。',
    invalid_zip: '郵便番号が国・地域の形式に合っていません。両方をご確認ください。',
    invalid_number: 'カード番号に誤りがあります。番号をご確認ください。',
    incorrect_number: 'カード番号に誤りがあります。番号をご確認ください。',
    invalid_expiry_month: '有効期限の月が正しくありません。有効期限をご確認ください。',
    invalid_expiry_year: '有効期限の年をご確認ください。',
    invalid_expiry_month_past: 'このカードは有効期限が切れています。別のカードをお試しください。',
    invalid_expiry_year_past: 'このカードは有効期限が切れています。別のカードをお試しください。',
    expired_card: 'このカードは有効期限が切れています。別のカードをお試しください。',
    invalid_cvc: 'セキュリティコードをご確認ください。カード裏面の3桁、または表面の4桁の数字です。',
    incorrect_cvc: 'セキュリティコードが正しくありません。ご確認のうえ、もう一度お試しください。',
    incorrect_zip:
      '郵便番号がカードの登録情報と一致しません。ご確認のうえ、もう一度お試しください。',
    card_declined: 'このカードはご利用いただけません。別のカードをお試しください。',
    processing_error:
      'カード会社で処理できませんでした。1分ほど待ってから、もう一度お試しください。',
    rate_limit:
      'ただいまアクセスが集中しています。決済は行われていません。1分ほど待ってから、もう一度お試しください。',
    unreachable:
      '接続できませんでした。決済は行われていません。通信環境をご確認のうえ、もう一度お試しください。',
    provider_refused: 'このショップのお支払い設定に不備があります。決済は行われていません。',
    not_sent:
      'このページからお支払いが送信されませんでした。決済は行われていません。この画面を閉じて、ページの入力内容をご確認ください。',
    insufficient_funds:
      'このカードは残高またはご利用可能額が不足しています。別のカードをお試しください。',
    payment_intent_authentication_failure:
      '本人認証が完了しませんでした。決済は行われていません。もう一度お試しになるか、別のカードをご利用ください。',
    unknown_outcome:
      '決済が完了したかどうか、まだ確認できていません。お支払いをやり直さず、ショップにお問い合わせください。',
    shop_failed:
      'ショップでお支払いを受け付けられませんでした。もう一度お試しになる前に、ショップにお問い合わせください。',
  },
  incompleteAddress: {
    name: '氏名を入力してください。',
    line1: '住所を番地まで入力してください。',
    city: '市区町村を入力してください。',
    state: '都道府県または州を入力してください。',
    zip: '郵便番号を入力してください。',
  },
};
