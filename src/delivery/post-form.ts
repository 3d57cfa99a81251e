import type {PaymentForm} from './payment-form.js';

/** A request that is ready to be sent. */
export interface PostRequest {
  readonly url: string;
  readonly init: RequestInit;
}

/**
 * Makes the request that posts the form to where it goes, in the encoding that it asks for, and takes JSON.
 *
 * The body is what the browser would post, but for the character encoding: scripts can only post UTF-8.
 * https://html.spec.whatwg.org/multipage/form-control-infrastructure.html#form-submission-algorithm
 */
export function requestFor(form: PaymentForm, submitter?: HTMLElement): PostRequest {
  const url = form.action(submitter)?.href ?? '';
  const init = {
    method: 'POST',
    body: bodyOf(dataOf(form, submitter), form.enctype(submitter)),
    headers: {accept: 'application/json'},
    // A redirect must not take the credential to another site: such an answer counts as none.
    mode: new URL(url).origin === location.origin ? 'same-origin' : 'cors',
  } as const;
  return {url, init};
}

/**
 * Sends a request.
 * @throws TypeError where nothing came back, which the console tells
 */
export async function send({url, init}: PostRequest): Promise<Response> {
  try {
    const response = await fetch(url, init);
    // Between other sites, nobody knows before where a redirect leads.
    if (response.redirected && init.mode === 'cors') {
      console.warn(`pay-button: ${url} has sent the payment on to ${response.url}.`);
    }
    return response;
  } catch (cause) {
    console.error(
      `pay-button: no answer came from ${url}. Either the network failed, or it redirected to another site.`,
    );
    throw cause;
  }
}

/** Tells the merchant, before anyone pays, that the server gets another encoding than from a plain form. */
export function charsetProblem({charset}: PaymentForm): string | undefined {
  const charsets = charset.split(/[\s,]+/);
  if (charsets.some(name => /^(unicode-1-1-)?utf-?8$/i.test(name))) return undefined;
  return (
    `pay-button: data-confirm="fetch" posts in UTF-8, but the form would be posted in ${charsets[0]}. ` +
    'Read it as UTF-8 on the server, or leave data-confirm out.'
  );
}

/** Browsers before Chrome 112, Firefox 111 and Safari 17 ignore the submitter, so that its field is added by hand. */
function dataOf({element}: PaymentForm, submitter: HTMLElement | undefined): FormData {
  const data = new FormData(element, submitter);
  const name = submitter?.getAttribute('name');
  const value = submitter?.getAttribute('value') ?? '';
  if (name && !data.getAll(name).includes(value)) data.append(name, value);
  return data;
}

function bodyOf(data: FormData, enctype: string | undefined): BodyInit {
  if (enctype === 'multipart/form-data') return data;
  const fields = [...data].map(asText);
  if (enctype !== 'text/plain') return new URLSearchParams(fields);
  const lines = fields.map(([name, value]) => `${name}=${value}\r\n`);
  return new Blob(lines, {type: 'text/plain'});
}

/** Converts an entry as browsers do: a file to its name, and every line end to CRLF. */
function asText([name, value]: [string, FormDataEntryValue]): [string, string] {
  const lines = (text: string) => text.replace(/\r\n|\r|\n/g, '\r\n');
  return [lines(name), lines(typeof value === 'string' ? value : value.name)];
}
