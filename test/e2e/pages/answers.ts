/** Answers of a merchant's server to a post. */
export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** True for an answer after which the customer may pay with another card. */
export const allowsAnotherCard = ({status}: Answer): boolean => status >= 400;

/** A page that scripts can swap in: Unpoly looks for `main`. */
export const thanks = html(200, '<main><h1>Thanks</h1></main>');

/** Leads to the page of thanks, as Turbo demands after a post. */
export const redirect: Answer = {status: 303, headers: {location: '/thanks'}};

/** The four answers of a server with `data-confirm="fetch"`. */
export const done = json(200, {status: 'done', location: '/thanks'});
export const doneHere = json(200, {status: 'done'});
export const refused = json(402, {status: 'refused', code: 'insufficient_funds'});
export const unknown = json(202, {status: 'unknown', location: '/unknown'});

export function html(status: number, body: string): Answer {
  const page = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Answer</title><body>${body}`;
  return {status, headers: {'content-type': 'text/html; charset=utf-8'}, body: page};
}

export function json(status: number, answer: object): Answer {
  return {status, headers: {'content-type': 'application/json'}, body: JSON.stringify(answer)};
}
