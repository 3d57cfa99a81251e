import {WebKit} from './webkit-driver.mjs';

const buttons = {left: 0, middle: 1, right: 2};

/**
 * Web Test Runner's launcher for WebKitGTK. It says that it is of the type `puppeteer` and has pages of that
 * shape, so that the runner's own commands (sendKeys, sendMouse, setViewport) work in it.
 */
export function webkitLauncher(browser) {
  let webkit;
  let launching;
  let active;

  const move = (x, y) => ({type: 'pointerMove', duration: 0, x, y});
  const press = ({button = 'left'} = {}) => ({type: 'pointerDown', button: buttons[button]});
  const release = ({button = 'left'} = {}) => ({type: 'pointerUp', button: buttons[button]});
  const page = {
    keyboard: {
      type: text => webkit.type(text),
      press: key => webkit.press(key),
      down: key => webkit.down(key),
      up: key => webkit.up(key),
    },
    mouse: {
      move: (x, y) => webkit.pointer(move(x, y)),
      click: (x, y, options) => webkit.pointer(move(x, y), press(options), release(options)),
      down: options => webkit.pointer(press(options)),
      up: options => webkit.pointer(release(options)),
      reset: () => webkit.releaseActions(),
    },
    setViewport: size => webkit.setViewport(size),
  };

  return {
    name: 'WebKit',
    type: 'puppeteer',
    concurrency: 1,
    async initialize() {},
    async stop() {
      await webkit?.close();
    },
    async startSession(id, url) {
      launching ??= WebKit.launch(browser);
      webkit = await launching;
      active = id;
      await webkit.setViewport({width: 800, height: 600});
      await webkit.goto(url);
    },
    isActive: id => active === id,
    getBrowserUrl: () => webkit.url(),
    getPage: () => page,
    async stopSession() {
      active = undefined;
      await webkit.releaseActions();
      await webkit.goto('about:blank');
      return {};
    },
    startDebugSession() {
      throw new Error('WebKitGTK has no debug session here.');
    },
  };
}
