import {nextFrame} from '@open-wc/testing';
import {setViewport} from '@web/test-runner-commands';

const {innerWidth, innerHeight} = window;
let isResized = false;

/** Gives the window this size in pixels until the test ends. */
export async function resizeWindow(width: number, height: number): Promise<void> {
  isResized = true;
  await setViewport({width, height});
  // WebKit lays a new size out with its next frame.
  await nextFrame();
}

mocha.rootHooks({
  async afterEach() {
    if (isResized) await setViewport({width: innerWidth, height: innerHeight});
    isResized = false;
  },
});
