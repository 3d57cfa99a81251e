import type {} from 'pay-button/react';
import {useState, useSyncExternalStore} from 'react';

const price = 1800;

export function App() {
  const [quantity, setQuantity] = useState(1);
  const [agreed, setAgreed] = useState(false);
  const [notes, setNotes] = useState<readonly string[]>([]);
  const view = useSyncExternalStore(onHashChange, () => location.hash);
  const note = (text: string) => setNotes(notes => [...notes, text]);

  const button = (
    <pay-button
      data-key="pk_test_1"
      data-name="Kiosk"
      data-amount={quantity * price}
      data-email=""
      disabled={!agreed}
      onpay-token={event => note(`token: ${event.payment.product.id}`)}
      onpay-close={event => note(`closed: ${event.reason}`)}
    />
  );

  return (
    <>
      <h1>Field notebooks</h1>
      <nav>
        <a href="#here">Pay here</a> <a href="#form">Pay by form</a>
      </nav>
      <p>
        <output>{quantity}</output> in the basket{' '}
        <button type="button" onClick={() => setQuantity(quantity + 1)}>
          One more
        </button>
      </p>
      <p>
        <label>
          <input
            type="checkbox"
            checked={agreed}
            onChange={event => setAgreed(event.target.checked)}
          />{' '}
          I agree to the terms
        </label>
      </p>
      {view === '#here' && button}
      {view === '#form' && (
        <form method="post" action="/charge">
          <input type="hidden" name="quantity" value={quantity} />
          {button}
        </form>
      )}
      <ul>
        {notes.map((text, place) => (
          <li key={place}>{text}</li>
        ))}
      </ul>
    </>
  );
}

function onHashChange(changed: () => void): () => void {
  addEventListener('hashchange', changed);
  return () => removeEventListener('hashchange', changed);
}
