/** The end of a frame: after its callbacks, style, layout and paint. */
export function frame(): Promise<number> {
  return new Promise(resolve => {
    requestAnimationFrame(() => {
      const {port1, port2} = new MessageChannel();
      port1.onmessage = () => {
        port1.close();
        resolve(performance.now());
      };
      port2.postMessage(undefined);
    });
  });
}

/** When the first frame has been drawn that shows each of them, or a part of it. */
export async function whenSeen(find: () => readonly Element[]): Promise<number> {
  for (;;) {
    const time = await frame();
    const elements = find();
    if (elements.length && elements.every(isSeen)) return time;
  }
}

function isSeen(element: Element): boolean {
  const {width, height, top, bottom} = element.getBoundingClientRect();
  const isInWindow = width > 0 && height > 0 && top < innerHeight && bottom > 0;
  return isInWindow && element.checkVisibility({opacityProperty: true, visibilityProperty: true});
}
