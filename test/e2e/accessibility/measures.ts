/** Boxes and rings, measured in the page. */

/** Everything in the dialog that can be clicked or typed into; of a field of the card, the box around it. */
function targets(): HTMLElement[] {
  const root = dialogRoot();
  return [
    ...root.querySelectorAll<HTMLElement>(
      'button, input:not([type=checkbox]), select, .card .box, .check',
    ),
  ];
}

function dialogRoot(): ShadowRoot {
  return document.querySelector('pay-dialog')!.shadowRoot!;
}

/** Targets lower than this many pixels, or narrower than 24. */
export function smallTargets(height: number): string[] {
  const button = document.querySelector('pay-button')!.shadowRoot!.querySelector('button')!;
  return [button, ...targets()].flatMap(target => {
    const box = target.getBoundingClientRect();
    return box.height < height || box.width < 24
      ? [`${nameOf(target)} is ${box.width} x ${box.height}`]
      : [];
  });
}

/** What sticks out of the window or needs to be scrolled to the side. */
export function overflows(): string[] {
  const root = dialogRoot();
  const dialog = root.querySelector('dialog')!;
  const faults = [document.documentElement, dialog]
    .filter(({scrollWidth, clientWidth}) => scrollWidth > clientWidth)
    .map(
      ({localName, scrollWidth, clientWidth}) => `${localName}: ${scrollWidth} > ${clientWidth}`,
    );
  for (const element of root.querySelectorAll<HTMLElement>(
    'dialog, dialog *:not(option, .spoken)',
  )) {
    const {left, right, width} = element.getBoundingClientRect();
    if (width > 0 && (left < -0.5 || right > innerWidth + 0.5)) {
      faults.push(`${nameOf(element)} reaches from ${left} to ${right} of ${innerWidth}`);
    }
  }
  return faults;
}

/** Texts that their boxes cut off, or that run out of them. */
export function cutTexts(): string[] {
  return [
    ...dialogRoot().querySelectorAll<HTMLElement>('h2, p:not(.spoken), label, legend, button'),
  ]
    .filter(
      ({scrollHeight, clientHeight, scrollWidth, clientWidth}) =>
        // Half a line is rounding; a whole one is lost text.
        scrollHeight > clientHeight + 2 || scrollWidth > clientWidth + 1,
    )
    .map(element => `${nameOf(element)} is cut`);
}

/** What WCAG 1.4.12 lets people set. */
export function spaceTexts(): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`
    * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
    p { margin-block-end: 2em !important; }`);
  dialogRoot().adoptedStyleSheets.push(sheet);
}

/** Where the focus is, whether its ring can be seen, and whether something lies over it. */
export function focusState(): {place: string; ring: boolean; covered: boolean} {
  const root = dialogRoot();
  const outer = document.activeElement as HTMLElement;
  const frameBox = outer.closest('form')?.assignedSlot?.parentElement;
  const target = frameBox ?? (root.activeElement as HTMLElement);
  const {outlineStyle, outlineWidth} = getComputedStyle(target);
  const {left, top, width, height} = target.getBoundingClientRect();
  // Above and below the middle line, so that neither edge is under the header.
  const covered = [2, height / 2, height - 2].some(y => {
    const hit = root.elementFromPoint(left + width / 2, top + y);
    return !hit || !(target.contains(hit) || hit.contains(outer));
  });
  return {
    place: outer.title || nameOf(target),
    ring: outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2,
    covered,
  };
}

/** Whether the dialog fades in. */
export function fades(): boolean {
  return getComputedStyle(dialogRoot().querySelector('dialog')!).animationName !== 'none';
}

function nameOf({id, className, localName}: HTMLElement): string {
  return id || className || localName;
}

/** What the merchant's texts did to the dialog: lines beyond two, no isolation, an element that we did not draw. */
export function strangers(): string[] {
  const header = dialogRoot().querySelector('header')!;
  const faults = [...header.querySelectorAll<HTMLElement>('h2, p')].flatMap(text => {
    const {lineHeight, unicodeBidi} = getComputedStyle(text);
    const lines = text.getBoundingClientRect().height / parseFloat(lineHeight);
    return lines > 2.1 || unicodeBidi !== 'isolate'
      ? [`${text.localName}: ${lines} lines, ${unicodeBidi}`]
      : [];
  });
  for (const image of header.querySelectorAll('img')) {
    if (!image.hidden && !image.naturalWidth) faults.push('a broken image is shown');
  }
  if (dialogRoot().querySelector('b:not(.test b), img:not(header > img)'))
    faults.push('markup came alive');
  return faults;
}
