import {frame, whenSeen} from './frames.js';
import {openings} from './openings.js';
import {Readiness} from './readiness.js';

/** When things happened, in milliseconds after the click. */
export interface Opened {
  readonly painted: number;
  readonly ready: number;
}

const readiness = new Readiness();
let opened: Promise<Opened> | undefined;

/** What the measures ask of a page. */
export const bench = {
  /** Two frames after `fields` of Stripe's fields are ready: nothing is left to do by then. */
  async settled(fields: number): Promise<void> {
    if (document.readyState !== 'complete') {
      await new Promise(resolve => addEventListener('load', resolve, {once: true}));
    }
    await readiness.of(fields);
    await frame();
    await frame();
  },

  /** Times what the next click opens. */
  arm(key: string, fields: number): void {
    opened = new Promise(resolve => {
      const clicked = ({timeStamp}: MouseEvent) => {
        const painted = whenSeen(() => dialogOf(key));
        const ready = readiness.of(fields).then(() => whenSeen(fieldFrames));
        void Promise.all([painted, ready]).then(([painted, ready]) =>
          resolve({painted: painted - timeStamp, ready: ready - timeStamp}),
        );
      };
      addEventListener('click', clicked, {capture: true, once: true});
    });
    // Ours hears the click itself.
    find('#open')?.addEventListener('click', () => void openings[key].open());
  },

  opened: () => opened,

  /** Puts `count` copies of what is in the template on the page at once. */
  async add(count: number, fields: number): Promise<void> {
    const {content} = find('template') as HTMLTemplateElement;
    const all = new DocumentFragment();
    for (let number = 0; number < count; number++) all.append(content.cloneNode(true));
    document.body.append(all);
    await this.settled(count * fields);
  },

  /** Opens and closes; every fiftieth time only once the fields are ready. */
  async repeat(key: string, times: number, fields: number, kept: boolean): Promise<void> {
    const opening = openings[key];
    for (let time = 0; time < times; time++) {
      if (!kept) readiness.forget();
      void opening.open();
      await whenSeen(() => dialogOf(key));
      if (time % 50 === 0) await readiness.of(fields);
      await opening.close();
      await frame();
    }
  },
};

function dialogOf(key: string): Element[] {
  const dialog = openings[key].dialog();
  return dialog ? [dialog] : [];
}

/** The stand-in's, which lie in the page itself, since Stripe refuses shadow roots. */
function fieldFrames(): Element[] {
  return [...document.querySelectorAll('iframe[title^="Secure"]')];
}

function find(selector: string): Element | null {
  return document.querySelector(selector);
}

declare global {
  interface Window {
    bench: typeof bench;
  }
}

window.bench = bench;
