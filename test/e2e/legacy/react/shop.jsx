// A page as the component's own documentation writes it: nothing here knows of our file.
import {createRoot} from 'react-dom/client';
import StripeCheckout from 'react-stripe-checkout';

const calls = (window.calls = []);
const record =
  name =>
  (...values) =>
    calls.push([name, ...structuredClone(values)]);

createRoot(document.querySelector('main')).render(
  <StripeCheckout {...window.properties} token={record('token')} closed={record('closed')} />,
);
