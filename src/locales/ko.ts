import type {FullWords} from './en.js';

/** Korean */
export const words: FullWords = {
  language: 'ko',
  payWithCard: '카드로 결제',
  notSetUp: '결제가 설정되지 않았습니다',
  payment: '결제',
  dialogName: (name, amount) => (amount ? `${name}, ${amount}` : name),
  pay: amount => (amount ? `${amount} 결제하기` : '결제하기'),
  paying: '결제 중…',
  stillWorking: '아직 처리 중…',
  slow: {
    tokenizing:
      '처리가 지연되고 있습니다. 결제되지 않았습니다. 잠시 기다리거나, 이 창을 닫고 다시 시도해 주세요.',
    done: '쇼핑몰에서 아직 응답이 없습니다. 잠시 기다려 주세요. 다시 결제하기 전에 쇼핑몰에 문의해 주세요.',
  },
  checkAgain: '다시 확인',
  done: '완료',
  close: '닫기',
  tryAgain: '다시 시도',
  opening: '카드 입력란을 불러오는 중…',
  testMode: '테스트 모드',
  testModeMeans: '실제 카드로는 결제되지 않습니다.',
  straightTo: provider => `카드 정보는 ${provider}에 직접 전송됩니다.`,
  fields: {
    email: '이메일',
    number: '카드 번호',
    expiry: '유효기간',
    cvc: '보안 코드(CVC)',
    postalCode: '우편번호',
  },
  addresses: {
    billing: '청구지 주소',
    shipping: '배송지 주소',
  },
  addressFields: {
    name: '이름',
    country: '국가 또는 지역',
    line1: '주소',
    line2: '상세 주소',
    city: '시/군/구',
    state: '시/도 또는 주',
    zip: '우편번호',
  },
  optional: label => `${label}(선택)`,
  sameAsBilling: '청구지 주소와 동일',
  somethingWrong: '문제가 발생했습니다. 결제되지 않았습니다. 다시 시도해 주세요.',
  errors: {
    incomplete_email: '이메일 주소를 정확히 입력해 주세요(예: ada@example.com).',
    incomplete_number: '카드 번호를 끝까지 입력해 주세요.',
    incomplete_expiry: '유효기간의 월과 연도를 입력해 주세요.',
    incomplete_cvc: '보안 코드 3자리 또는 4자리를 입력해 주세요.',
    incomplete_zip: '카드 청구지 주소의 우편번호를 입력해 주세요.',
    invalid_zip: '우편번호가 국가와 맞지 않습니다. 두 항목을 모두 확인해 주세요.',
    invalid_number: '카드 번호가 올바르지 않습니다. 번호를 확인해 주세요.',
    incorrect_number: '카드 번호가 올바르지 않습니다. 번호를 확인해 주세요.',
    invalid_expiry_month: '유효기간의 월이 올바르지 않습니다. 유효기간을 확인해 주세요.',
    invalid_expiry_year: '유효기간의 연도를 확인해 주세요.',
    invalid_expiry_month_past: '유효기간이 지난 카드입니다. 다른 카드로 시도해 주세요.',
    invalid_expiry_year_past: '유효기간이 지난 카드입니다. 다른 카드로 시도해 주세요.',
    expired_card: '유효기간이 지난 카드입니다. 다른 카드로 시도해 주세요.',
    invalid_cvc: '보안 코드를 확인해 주세요. 카드 뒷면의 3자리 또는 앞면의 4자리 숫자입니다.',
    incorrect_cvc: '보안 코드가 올바르지 않습니다. 확인한 후 다시 시도해 주세요.',
    incorrect_zip: '우편번호가 카드 정보와 일치하지 않습니다. 확인한 후 다시 시도해 주세요.',
    card_declined: '카드 승인이 거절되었습니다. 다른 카드로 시도해 주세요.',
    processing_error: '카드사에서 이 카드를 처리하지 못했습니다. 1분 후에 다시 시도해 주세요.',
    rate_limit: '요청이 너무 많습니다. 결제되지 않았습니다. 1분 후에 다시 시도해 주세요.',
    unreachable:
      '연결할 수 없습니다. 결제되지 않았습니다. 네트워크를 확인한 후 다시 시도해 주세요.',
    provider_refused: '이 쇼핑몰의 결제 설정에 문제가 있습니다. 결제되지 않았습니다.',
    not_sent:
      '이 페이지가 결제를 전송하지 않았습니다. 결제되지 않았습니다. 이 창을 닫고 페이지의 입력 내용을 확인해 주세요.',
    insufficient_funds: '카드 잔액 또는 한도가 부족합니다. 다른 카드로 시도해 주세요.',
    payment_intent_authentication_failure:
      '카드사 본인 인증이 완료되지 않았습니다. 결제되지 않았습니다. 다시 시도하거나 다른 카드로 시도해 주세요.',
    unknown_outcome:
      '결제 여부가 아직 확인되지 않았습니다. 다시 결제하지 말고 쇼핑몰에 문의해 주세요.',
    shop_failed:
      '쇼핑몰에서 이 결제를 처리하지 못했습니다. 다시 시도하기 전에 쇼핑몰에 문의해 주세요.',
  },
  incompleteAddress: {
    name: '성과 이름을 모두 입력해 주세요.',
    line1: '도로명과 건물 번호를 입력해 주세요.',
    city: '시/군/구를 입력해 주세요.',
    state: '시/도 또는 주를 입력해 주세요.',
    zip: '우편번호를 입력해 주세요.',
  },
};
