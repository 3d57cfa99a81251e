/** Red, green, blue from 0 to 255, and opacity from 0 to 1. */
type Colour = readonly [red: number, green: number, blue: number, alpha: number];

/** Texts of at least this many pixels, or of fewer where they are bold, may have less contrast. */
const large = 24;
const largeBold = 18.66;

/** Texts that can be seen, shadow trees included, with less contrast than WCAG 1.4.3 asks for. */
export function contrastFaults(): string[] {
  const paper = canvasColour();
  return [...textsOf(document.body)].flatMap(({element, text, pseudo}) => {
    const style = getComputedStyle(element, pseudo);
    const size = parseFloat(style.fontSize);
    const isLarge = size >= (Number(style.fontWeight) >= 700 ? largeBold : large);
    const ground = groundOf(element, paper);
    const found = contrast(over(faded(read(style.color), element), ground), ground);
    const wanted = isLarge ? 3 : 4.5;
    return found < wanted
      ? [`contrast ${found.toFixed(2)} of "${text}" (${element.localName})`]
      : [];
  });
}

interface Text {
  readonly element: Element;
  readonly text: string;
  readonly pseudo?: '::placeholder';
}

/** Every element with a text of its own that can be seen. */
function* textsOf(node: Node): Generator<Text> {
  if (node instanceof Element) {
    if (!isSeen(node)) return;
    const text = ownText(node);
    if (text) yield {element: node, text};
    if (node instanceof HTMLInputElement && !node.value && node.placeholder) {
      yield {element: node, text: node.placeholder, pseudo: '::placeholder'};
    }
  }
  for (const child of childrenOf(node)) yield* textsOf(child);
}

function ownText(element: Element): string {
  if (element instanceof HTMLInputElement) return element.type === 'checkbox' ? '' : element.value;
  if (element instanceof HTMLSelectElement) return element.selectedOptions[0]?.text ?? '';
  const texts = [...element.childNodes].filter(node => node instanceof Text);
  return texts.map(({data}) => data.trim()).join('');
}

function isSeen(element: Element): boolean {
  if (element instanceof HTMLScriptElement || element instanceof HTMLStyleElement) return false;
  // Marks of brands and pictures, to which 1.4.3 does not apply.
  if (element instanceof SVGElement) return false;
  const {clipPath, color} = getComputedStyle(element);
  // Said by screen readers alone, or an empty place that keeps its size.
  const isHidden = clipPath === 'inset(50%)' || read(color)[3] === 0;
  return !isHidden && element.checkVisibility({opacityProperty: true, visibilityProperty: true});
}

function childrenOf(node: Node): readonly Node[] {
  if (node instanceof HTMLSelectElement) return [];
  if (node instanceof HTMLSlotElement) {
    const assigned = node.assignedNodes();
    if (assigned.length) return assigned;
  }
  return [...((node instanceof Element && node.shadowRoot) || node).childNodes];
}

/** What is painted behind the text of an element: the backgrounds of all that it lies in, on the canvas. */
function groundOf(element: Element, paper: Colour): Colour {
  const colours: Colour[] = [];
  for (let at: Element | null = element; at; at = parentOf(at)) {
    const colour = read(getComputedStyle(at).backgroundColor);
    colours.unshift(faded(colour, at));
    // A dialog lies on top of the page.
    if (at instanceof HTMLDialogElement) break;
  }
  return colours.reduce((ground, colour) => over(colour, ground), paper);
}

/** What the document lies on. A system colour differs with the page's colour scheme: a canvas does not know that. */
function canvasColour(): Colour {
  const probe = document.createElement('span');
  probe.style.color = 'Canvas';
  document.documentElement.append(probe);
  const colour = read(getComputedStyle(probe).color);
  probe.remove();
  return colour;
}

/** A colour as far as opacities leave it. */
function faded([red, green, blue, alpha]: Colour, element: Element): Colour {
  let opacity = alpha;
  for (let at: Element | null = element; at; at = parentOf(at)) {
    opacity *= Number(getComputedStyle(at).opacity);
  }
  return [red, green, blue, opacity];
}

function parentOf(element: Element): Element | null {
  if (element.assignedSlot) return element.assignedSlot;
  const parent = element.parentNode;
  return parent instanceof ShadowRoot ? parent.host : element.parentElement;
}

const canvas = document.createElement('canvas').getContext('2d', {willReadFrequently: true})!;

/** Whatever way the colour is written. */
function read(colour: string): Colour {
  canvas.clearRect(0, 0, 1, 1);
  canvas.fillStyle = colour;
  canvas.fillRect(0, 0, 1, 1);
  const [red, green, blue, alpha] = canvas.getImageData(0, 0, 1, 1).data;
  return [red, green, blue, alpha / 255];
}

function over([red, green, blue, alpha]: Colour, ground: Colour): Colour {
  const mix = (part: number, below: number) => part * alpha + below * (1 - alpha);
  return [mix(red, ground[0]), mix(green, ground[1]), mix(blue, ground[2]), 1];
}

/** WCAG's contrast ratio of two opaque colours. */
function contrast(one: Colour, other: Colour): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

function luminance([red, green, blue]: Colour): number {
  const [r = 0, g = 0, b = 0] = [red, green, blue].map(value => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
