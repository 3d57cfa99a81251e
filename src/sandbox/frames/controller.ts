import {isToFrame, type FromFrame, type ToFrame} from './messages.js';
import {pageLine} from './page-line.js';
import {Port} from './port.js';
import {send} from './requests.js';

// The frame for requests without a card: Stripe's pages ask for them from Stripe's origin as well,
// so that a page needs no more than a `frame-src` for it.
const line = pageLine();
if (line) {
  const port = new Port<FromFrame, ToFrame>({
    ...line,
    other: () => parent,
    accepts: isToFrame,
    receive: message => void answer(message),
  });
  port.send({type: 'hello'});

  const answer = async (message: ToFrame) => {
    if (message.type !== 'request') return;
    port.send({type: 'answer', id: message.id, answer: await send(message.request)});
  };
}
