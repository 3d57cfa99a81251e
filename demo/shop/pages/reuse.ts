import {experiments, type Experiment, type Step} from '../experiments.js';
import {csrfInput} from './fields.js';
import {html, type Html} from './html.js';
import {page} from './layout.js';

interface ReusePageParts {
  readonly csrf: string;
  /** Elsewhere nothing can be tried. */
  readonly isSandbox: boolean;
  /** What was just tried. */
  readonly done?: {readonly experiment: Experiment; readonly steps: readonly Step[]};
}

/** What works once and what works again, to try, with the answers as they come. */
export function reusePage({csrf, isSandbox, done}: ReusePageParts): string {
  return page({
    title: 'Once or again',
    main: html`
      <section class="card narrow wide">
        <h1>Once or again</h1>
        <p class="muted">
          A token and a source both stand for a card. Press a button: the server makes one of a test
          card, charges it, and charges it again.
        </p>
        ${done ? result(done.experiment, done.steps) : ''} ${isSandbox ? choices(csrf) : elsewhere}
        <p class="muted">
          The shop itself lets you pay again with a payment method that is attached to you:
          <a href="/cards">your cards</a>.
        </p>
        <a class="back" href="/">Back to the shop</a>
      </section>
    `,
  });
}

function choices(csrf: string): Html {
  return html`<ul class="experiments">
    ${experiments.map(
      ({id, title, text}) =>
        html`<li>
          <h2>${title}</h2>
          <p class="muted">${text}</p>
          <form action="/reuse" method="post">
            ${csrfInput(csrf)}
            <button name="experiment" value="${id}" aria-label="Try: ${title}">Try it</button>
          </form>
        </li>`,
    )}
  </ul>`;
}

const elsewhere: Html = html`<p>
  This page makes cards out of nothing, which only the sandbox allows. Start the shop without
  Stripe’s keys to try it.
</p>`;

function result({title}: Experiment, steps: readonly Step[]): Html {
  return html`<div class="result" role="status">
    <h2>${title}: the answers</h2>
    <ol class="steps">
      ${steps.map(
        ({request, answer, isRefused}) =>
          html`<li>
            <h3>${request}</h3>
            <p class="answer">
              <strong>${isRefused ? 'Refused:' : 'Done:'}</strong> <code>${answer}</code>
            </p>
          </li>`,
      )}
    </ol>
  </div>`;
}
