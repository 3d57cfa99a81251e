/** What each framework calls an event, and where it keeps the elements that it knows. */
const frameworks = {
  react: {
    head: `import type {DetailedHTMLProps, HTMLAttributes} from 'react';`,
    event: name => `on${name}`,
    element: name => `DetailedHTMLProps<HTMLAttributes<${name}>, ${name}>`,
    around: [
      `declare module 'react' {\n  namespace JSX {\n    interface IntrinsicElements {`,
      '    }\n  }\n}',
    ],
  },
  preact: {
    head: `import type {HTMLAttributes} from 'preact';`,
    event: name => `on${name}`,
    element: name => `HTMLAttributes<${name}>`,
    around: [
      `declare module 'preact' {\n  namespace JSX {\n    interface IntrinsicElements {`,
      '    }\n  }\n}',
    ],
  },
  solid: {
    head: `import type {JSX as Solid} from 'solid-js';`,
    event: name => `on:${name}`,
    element: name => `Solid.HTMLAttributes<${name}>`,
    around: [
      `declare module 'solid-js' {\n  namespace JSX {\n    interface IntrinsicElements {`,
      '    }\n  }\n}',
    ],
  },
  vue: {
    head: `import type {HTMLAttributes, ReservedProps} from 'vue';`,
    event: name => `on${name.replace(/(?:^|-)(\w)/g, (_, letter) => letter.toUpperCase())}`,
    element: () => 'HTMLAttributes & ReservedProps',
    // A constructor is how Vue's language tools take a component.
    wrap: props => `new () => {$props: ${props}}`,
    around: [`declare module 'vue' {\n  interface GlobalComponents {`, '  }\n}'],
  },
  svelte: {
    head: `import type {HTMLAttributes} from 'svelte/elements';`,
    event: name => `on${name}`,
    element: name => `HTMLAttributes<${name}>`,
    around: [`declare module 'svelte/elements' {\n  interface SvelteHTMLElements {`, '  }\n}'],
  },
};

/**
 * Typings for the frameworks whose templates are typed.
 * @param elements those of the manifest that have attributes: the others are nobody's to write down
 * @returns text by the name of the file
 */
export function typings(elements) {
  const files = Object.entries(frameworks).map(([framework, details]) => [
    `${framework}.d.ts`,
    typingsFor(elements, details),
  ]);
  return {'attributes.d.ts': attributes(elements), ...Object.fromEntries(files)};
}

function attributes(elements) {
  return elements
    .map(({name, attributes}) => {
      const lines = attributes.map(
        ({name, type, description}) =>
          `  /** ${description} */\n  '${name}'?: ${typeOf(type.text)} | undefined;`,
      );
      return `/** What \`<${tagOf(name)}>\` takes. */\nexport interface ${name}Attributes {\n${lines.join('\n')}\n}\n`;
    })
    .join('\n');
}

const plain = {
  string: 'string',
  number: 'number | string',
  boolean: `boolean | 'true' | 'false' | ''`,
};

/** As it is written in a template: `data-amount="999"` and `data-amount={999}`. */
function typeOf(type) {
  return type
    .split('|')
    .map(word => plain[word] ?? `'${word}'`)
    .join(' | ');
}

function typingsFor(elements, {head, event, element, wrap = props => props, around}) {
  const imports = elements.map(
    ({name, events}) =>
      `import type {${[name, ...events.map(({type}) => type.text)].join(', ')}} from '../index.js';\n` +
      `import type {${name}Attributes} from './attributes.js';`,
  );
  const handlers = elements.map(
    ({name, events}) =>
      `interface ${name}Events {\n${events.map(each => handler(event, each)).join('\n')}\n}`,
  );
  const entries = elements.map(({name, tagName, description}) => {
    // What the framework knows by that name, form say, is typed by us.
    const known = `Omit<${element(name)}, keyof ${name}Attributes>`;
    const props = wrap(`${known} & ${name}Attributes & ${name}Events`);
    return `/** ${description.replaceAll('\n', ' ')} */\n'${tagName}': ${props};`;
  });
  return `${[head, ...imports, '', ...handlers, '', around[0], ...entries, around[1]].join('\n')}\n`;
}

function handler(nameOf, {name, type, description}) {
  return `  /** ${description} */\n  '${nameOf(name)}'?: ((event: ${type.text}) => void) | undefined;`;
}

function tagOf(name) {
  return name.replace(/(?!^)([A-Z])/g, '-$1').toLowerCase();
}
