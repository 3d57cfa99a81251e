import {formatAmount, products, type Product} from '../products.js';
import {csrfInput} from './fields.js';
import {html, type Html} from './html.js';
import {page} from './layout.js';

/** The shop's front: all products, each with a button that orders it. */
export function frontPage(csrf: string, hasPlayground: boolean): string {
  return page({
    title: 'Good things, few of them',
    main: html`
      <h1>Good things, few of them</h1>
      <ul class="products">
        ${products.map(product => productCard(product, csrf))}
      </ul>
      ${hasPlayground ? playgroundLink : ''}
    `,
  });
}

const playgroundLink: Html = html`<footer class="muted foot">
  <a href="/playground">Try the button’s settings in the playground</a>
</footer>`;

function productCard({id, name, description, amount, currency}: Product, csrf: string): Html {
  return html`
    <li class="card product">
      <img src="/images/${id}.svg" alt="" width="320" height="240" />
      <h2>${name}</h2>
      <p class="muted">${description}</p>
      <form action="/orders" method="post">
        ${csrfInput(csrf)}
        <span class="price">${formatAmount(amount, currency)}</span>
        <button name="product" value="${id}" aria-label="Buy ${name}">Buy</button>
      </form>
    </li>
  `;
}
