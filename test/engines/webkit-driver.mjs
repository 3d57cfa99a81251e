import {execFileSync, spawn} from 'node:child_process';
import {once} from 'node:events';
import {createServer} from 'node:net';
import {setTimeout as sleep} from 'node:timers/promises';
import {fileURLToPath} from 'node:url';

/**
 * A WebDriver client for Debian's WebKitGTK (webkit2gtk-driver). It brings its own X server, since
 * WebKitGTK has no headless mode.
 */

// https://www.w3.org/TR/webdriver2/#keyboard-actions
const keys = {
  Backspace: '\uE003',
  Tab: '\uE004',
  Enter: '\uE007',
  Shift: '\uE008',
  Control: '\uE009',
  Alt: '\uE00A',
  Escape: '\uE00C',
  Space: ' ',
  End: '\uE010',
  Home: '\uE011',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
  Delete: '\uE017',
};
/** Without motion, which costs time. */
const settings = fileURLToPath(new URL('./gtk', import.meta.url));
const elementKey = 'element-6066-11e4-a52e-4f735466cecf';

export class WebKit {
  #xvfb;
  #driver;
  #display;
  #base;
  #session;

  /** Starts a browser. `browser` is the path of MiniBrowser. */
  static async launch(browser) {
    const webkit = new WebKit();
    await webkit.#start(browser);
    return webkit;
  }

  async #start(browser) {
    process.once('exit', () => this.#kill());
    await this.#startDisplay();
    await this.#startDriver();
    const {sessionId} = await this.#call('POST', '/session', {
      capabilities: {
        alwaysMatch: {
          // Without a window manager, full screen hides the toolbar: widths down to 334 px.
          'webkitgtk:browserOptions': {binary: browser, args: ['--automation', '--full-screen']},
        },
      },
    });
    this.#session = `/session/${sessionId}`;
  }

  async #startDisplay() {
    this.#xvfb = spawn(
      'Xvfb',
      ['-displayfd', '3', '-screen', '0', '1600x1200x24', '-nolisten', 'tcp'],
      {
        stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
        detached: true,
      },
    );
    const [line] = await once(this.#xvfb.stdio[3], 'data');
    this.#display = `:${String(line).trim()}`;
  }

  async #startDriver() {
    const port = await freePort();
    this.#base = `http://127.0.0.1:${port}`;
    this.#driver = spawn('WebKitWebDriver', [`--port=${port}`], {
      stdio: 'ignore',
      detached: true,
      env: {
        ...process.env,
        DISPLAY: this.#display,
        WAYLAND_DISPLAY: '',
        GDK_BACKEND: 'x11',
        LIBGL_ALWAYS_SOFTWARE: '1',
        NO_AT_BRIDGE: '1',
        XDG_CONFIG_HOME: settings,
        // Where there is no graphics card, it is slower by layers.
        WEBKIT_DISABLE_COMPOSITING_MODE: '1',
      },
    });
    await until(() => fetch(`${this.#base}/status`).catch(() => false), 'WebKitWebDriver answers');
  }

  goto(url) {
    return this.#post('/url', {url});
  }

  url() {
    return this.#get('/url');
  }

  /** By the driver: after `history.back()` in a script it sometimes answers nothing any more. */
  back() {
    return this.#post('/back', {});
  }

  /** Runs a function body in the page. */
  evaluate(script, ...args) {
    return this.#post('/execute/sync', {script, args});
  }

  /** Until a function body returns true in the page, or in the one that follows it meanwhile. */
  waitFor(script) {
    const asked = () =>
      this.evaluate(script).catch(error => {
        if (!error.message.includes('before the unload event')) throw error;
        return false;
      });
    return until(asked, script);
  }

  async find(selector) {
    const found = await this.#post('/element', {using: 'css selector', value: selector});
    return found[elementKey];
  }

  /** Goes into the frame of an element, or with `null` to the top. Moves the keyboard's focus along. */
  switchToFrame(element) {
    return this.#post('/frame', {id: element && {[elementKey]: element}});
  }

  down(key) {
    return this.#key({type: 'keyDown', value: keys[key] ?? key});
  }

  up(key) {
    return this.#key({type: 'keyUp', value: keys[key] ?? key});
  }

  /** Presses a key, or several at once: `Shift+Tab`. */
  async press(combination) {
    const parts = combination.length > 1 ? combination.split('+') : [combination];
    for (const key of parts) await this.down(key);
    for (const key of parts.reverse()) await this.up(key);
  }

  async type(text) {
    for (const character of text) await this.press(character);
  }

  pointer(...actions) {
    const mouse = {type: 'pointer', id: 'mouse', parameters: {pointerType: 'mouse'}, actions};
    return this.#post('/actions', {actions: [mouse]});
  }

  releaseActions() {
    return this.#call('DELETE', `${this.#session}/actions`);
  }

  async setViewport({width, height}) {
    const sizes = 'return [innerWidth, innerHeight, outerWidth, outerHeight]';
    const [innerWidth, innerHeight, outerWidth, outerHeight] = await this.evaluate(sizes);
    await this.#post('/window/rect', {
      width: width + outerWidth - innerWidth,
      height: height + outerHeight - innerHeight,
    });
    await until(async () => {
      const [nowWidth, nowHeight] = await this.evaluate(sizes);
      return nowWidth === width && nowHeight === height;
    }, `the viewport is ${width} x ${height}`);
    await this.#focusWindow();
  }

  /** With no window manager a new size takes the focus away from the page for good: gives it back. */
  async #focusWindow() {
    const env = {...process.env, DISPLAY: this.#display};
    const search = ['search', '--onlyvisible', '--class', 'MiniBrowser'];
    const windows = execFileSync('xdotool', search, {env, encoding: 'utf8'}).trim().split('\n');
    execFileSync('xdotool', ['windowfocus', windows.at(-1)], {env});
    await until(() => this.evaluate('return document.hasFocus()'), 'the page has the focus');
  }

  async screenshot() {
    return Buffer.from(await this.#get('/screenshot'), 'base64');
  }

  async close() {
    await this.#call('DELETE', this.#session).catch(() => {});
    this.#kill();
  }

  #kill() {
    for (const child of [this.#driver, this.#xvfb]) {
      if (child?.exitCode === null && child.signalCode === null)
        process.kill(-child.pid, 'SIGKILL');
    }
  }

  #key(action) {
    return this.#post('/actions', {actions: [{type: 'key', id: 'keyboard', actions: [action]}]});
  }

  #get(path) {
    return this.#call('GET', this.#session + path);
  }

  #post(path, body) {
    return this.#call('POST', this.#session + path, body);
  }

  async #call(method, path, body) {
    const response = await fetch(this.#base + path, {
      method,
      body: body && JSON.stringify(body),
      // Without a display the driver never answers.
      signal: AbortSignal.timeout(60_000),
    });
    const {value} = await response.json();
    if (!response.ok) throw new Error(`${method} ${path}: ${value?.error} ${value?.message ?? ''}`);
    return value;
  }
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const {port} = server.address();
  server.close();
  return port;
}

/** WebDriver tells nothing of its own accord: asks until the answer is yes. */
async function until(condition, what) {
  const end = Date.now() + 30_000;
  while (!(await condition())) {
    if (Date.now() > end) throw new Error(`Never happened: ${what}`);
    await sleep(25);
  }
}
