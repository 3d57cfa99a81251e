import {nextFrame} from '@open-wc/testing';
import {setViewport} from '@web/test-runner-commands';

const {innerWidth, innerHeight} = window;
let isResized = false;

/** Gives the window this size in pixels until the test ends. */
export async function resizeWindow(width: number, height: number): Promise<void> {
  isResized = true;
  await resize(width, height);
}

mocha.rootHooks({
  async afterEach() {
    if (isResized) await resize(innerWidth, innerHeight);
    isResized = false;
  },
});

async function resize(width: number, height: number): Promise<void> {
  await setViewport({width, height});
  // WebKit lays a new size out with its next frame.
  await nextFrame();
}
