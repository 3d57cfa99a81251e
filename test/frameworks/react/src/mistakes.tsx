// Never drawn: what tsc has to refuse.
import type {} from 'pay-button/react';

export const mistakes = [
  // @ts-expect-error A theme that there is not.
  <pay-button data-theme="blue" />,
  // @ts-expect-error No such attribute.
  <pay-button amount="999" />,
  // @ts-expect-error The event carries no such thing.
  <pay-button onpay-token={event => event.token} />,
];
