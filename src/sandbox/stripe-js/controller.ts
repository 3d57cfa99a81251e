import {isFromFrame, type FromFrame, type ToFrame} from '../frames/messages.js';
import {Port} from '../frames/port.js';
import {noConnection, type Answer, type ApiRequest} from '../frames/requests.js';
import {createFrame, setStyles} from './frame.js';
import {limitSilence} from './greeting.js';
import {randomId} from './random-id.js';
import {sandboxOrigin} from './served.js';

/**
 * Has the API answer a request that carries no card, from a frame without a face: that needs no
 * more of the page's policy than the fields do. The frame is there as long as it takes; when it
 * cannot be had, the answer is that there is no connection.
 */
export function ask(request: ApiRequest): Promise<Answer> {
  const channel = randomId();
  const id = randomId();
  const closing = new AbortController();
  const greeting = new AbortController();
  const frame = createFrame({path: '/frames/controller.html', title: '', channel});
  frame.ariaHidden = 'true';
  frame.tabIndex = -1;
  setStyles(frame, {display: 'none'});
  const answered = new Promise<Answer>(resolve => {
    const port = new Port<ToFrame, FromFrame>({
      other: () => frame.contentWindow,
      origin: sandboxOrigin,
      channel,
      accepts: isFromFrame,
      receive: message => {
        if (message.type === 'hello') {
          greeting.abort();
          port.send({type: 'request', id, siblings: [], request});
        }
        if (message.type === 'answer' && message.id === id) resolve(message.answer);
      },
      signal: closing.signal,
    });
    limitSilence(() => resolve({error: noConnection}), greeting.signal);
    document.body.append(frame);
  });
  return answered.finally(() => {
    closing.abort();
    frame.remove();
  });
}
