import {html, type Html} from './pages/html.js';
import {page} from './pages/layout.js';
import {controlGroups, type Control, type Controls} from './playground-controls.js';
import type {Provider} from './provider.js';

/** The button, a control for each of its attributes, its HTML and its events. */
export function playgroundPage({publishableKey, stripeJs: {script}}: Provider): string {
  return page({
    title: 'Playground',
    head: html`
      <link rel="stylesheet" href="/playground.css" />
      ${script === undefined ? '' : html`<script src="${script('endive')}"></script>`}
      <script src="/pay-button.js" async></script>
      <script src="/playground.js" type="module"></script>
    `,
    main: html`
      <h1>Playground</h1>
      <noscript><p>The playground needs JavaScript, as the button does.</p></noscript>
      <div class="playground">
        <form class="controls" aria-label="Attributes" autocomplete="off" novalidate>
          ${Object.entries(controlGroups(publishableKey)).map(group)}
        </form>
        <section class="card stage" aria-label="The button">
          <form action="/playground" method="post">
            <pay-button data-key="${publishableKey}"></pay-button>
          </form>
        </section>
        <section class="card output">
          <h2 id="html-title">HTML</h2>
          <textarea id="html" rows="14" readonly aria-labelledby="html-title"></textarea>
          <p class="copying">
            <button id="copy" type="button">Copy</button> <span id="copied" role="status"></span>
          </p>
          <h2 id="events-title">Events</h2>
          <ol id="events" role="log" aria-labelledby="events-title" tabindex="0"></ol>
        </section>
      </div>
    `,
  });
}

/** What the form of the button sent, as it came. */
export function postedPage(fields: readonly [name: string, value: string][], back: string): string {
  return page({
    title: 'Posted',
    main: html`
      <section class="card narrow">
        <h1>What was posted</h1>
        <p>Nothing was charged: this page only shows what your server would get.</p>
        ${fields.map(
          ([name, value]) => html`<p class="id"><span>${name}</span> <code>${value}</code></p>`,
        )}
        <a class="button" href="${back}">Back to the playground</a>
      </section>
    `,
  });
}

function group([title, controls]: [string, Controls]): Html {
  return html`
    <fieldset class="card">
      <legend>${title}</legend>
      ${Object.entries(controls).map(([name, control]) => row(name, control))}
    </fieldset>
  `;
}

function row(name: string, control: Control): Html {
  const {label, type, hint, checked} = control;
  const text = html`${label} <code>${name}</code>`;
  if (type === 'flag') {
    return html`<p class="flag">
      <input type="checkbox" id="${name}" name="${name}" ${checked ? 'checked' : ''} />
      <label for="${name}">${text}</label>
    </p>`;
  }
  return html`<p>
    <label for="${name}">${text}</label>
    ${input(name, control)}
    <small id="${name}-hint">${hint ?? ''}</small>
  </p>`;
}

function input(name: string, {label, type, value = '', choices = []}: Control): Html {
  if (type === 'choice') {
    const options = choices.map(
      choice =>
        html`<option value="${choice.value}" ${choice.value === value ? 'selected' : ''}>
          ${choice.label}
        </option>`,
    );
    return html`<select id="${name}" name="${name}" aria-describedby="${name}-hint">
      ${options}
    </select>`;
  }
  const field = html`<input
    type="text"
    id="${name}"
    name="${name}"
    value="${value}"
    maxlength="500"
    spellcheck="false"
    autocapitalize="none"
    aria-describedby="${name}-hint"
  />`;
  if (type === 'text') return field;
  return html`<span class="colour"
    >${field}<input type="color" data-for="${name}" aria-label="Pick: ${label}"
  /></span>`;
}
