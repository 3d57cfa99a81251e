/** The words that an attribute can be, where its type lists them: `auto|light|dark`. */
function wordsOf({text}) {
  const words = text.split('|').filter(word => !/^(?:string|number|boolean)$/.test(word));
  return words.length > 1 ? words : [];
}

/** @see https://github.com/microsoft/vscode-custom-data */
export function htmlData(elements) {
  return {
    version: 1.1,
    tags: elements.map(({tagName, description, attributes = []}) => ({
      name: tagName,
      description,
      attributes: attributes.map(({name, description, type}) => ({
        name,
        description,
        // Editors then leave the value away.
        ...(type.text === 'boolean' && {valueSet: 'v'}),
        ...(wordsOf(type).length && {values: wordsOf(type).map(name => ({name}))}),
      })),
    })),
  };
}

/** Properties that two elements have are said once, by the first. */
export function cssData(elements) {
  const properties = elements.flatMap(({cssProperties = []}) => cssProperties);
  const known = new Map(properties.toReversed().map(each => [each.name, each]));
  return {
    version: 1.1,
    properties: [...known.values()].map(({name, description}) => ({name, description})),
  };
}

/** For the editors of JetBrains. @see https://github.com/JetBrains/web-types */
export function webTypes({name, version}, elements) {
  return {
    $schema: 'https://json.schemastore.org/web-types',
    name,
    version,
    'description-markup': 'markdown',
    contributions: {
      html: {
        elements: elements.map(element => ({
          name: element.tagName,
          description: element.description,
          attributes: (element.attributes ?? []).map(attribute => ({
            name: attribute.name,
            description: attribute.description,
            ...(attribute.default && {default: attribute.default}),
            value: valueOf(attribute.type),
          })),
          slots: described(element.slots),
          js: {
            events: described(element.events),
            properties: element.members
              .filter(({kind}) => kind === 'field')
              .map(({name, description, type}) => ({name, description, type: type.text})),
          },
          css: {parts: described(element.cssParts), properties: described(element.cssProperties)},
        })),
      },
    },
  };
}

function valueOf(type) {
  const words = wordsOf(type);
  return {type: words.length ? words.map(word => `'${word}'`).join(' | ') : type.text};
}

function described(list = []) {
  return list.map(({name, description}) => ({name, description}));
}
