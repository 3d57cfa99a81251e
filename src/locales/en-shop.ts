/** The English words of what happens at the shop's server: they come with the part that asks it. */
export const shopWords = {
  /** Asks the shop once more what became of the payment. */
  checkAgain: 'Check again',
  errors: {
    insufficient_funds: 'There is not enough money on this card. Try another card.',
    payment_intent_authentication_failure:
      'Your bank did not confirm the payment. Nothing was charged. Try again, or use another card.',
    unknown_outcome:
      'It is not clear yet whether you were charged. Do not pay again. Ask the shop.',
    shop_failed: 'The shop could not take this payment. Ask the shop before you try again.',
  },
};

export type ShopWords = typeof shopWords;
