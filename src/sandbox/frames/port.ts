interface Message {
  readonly type: string;
}

interface PortOptions<Received extends Message> {
  /** The window at the other end. Asked for each time: a frame that is moved gets a new one. */
  readonly other: () => Window | null;
  /** Of the other end. */
  readonly origin: string;
  /** Random and known to both ends alone, so that fields do not hear each other's messages. */
  readonly channel: string;
  /** Whether a message has the shape it should. */
  readonly accepts: (message: unknown) => message is Received;
  readonly receive: (message: Received) => void;
  /** Stops listening. */
  readonly signal?: AbortSignal;
}

/** One end of the line between a page and a field's frame. What is not for it, it ignores. */
export class Port<Sent extends Message, Received extends Message> {
  readonly #options: PortOptions<Received>;

  constructor(options: PortOptions<Received>) {
    this.#options = options;
    window.addEventListener('message', event => this.#heard(event), {signal: options.signal});
  }

  send(message: Sent): void {
    const {other, origin, channel} = this.#options;
    other()?.postMessage({channel, message}, origin);
  }

  #heard({origin, source, data}: MessageEvent<unknown>): void {
    const options = this.#options;
    if (origin !== options.origin || source === null || source !== options.other()) return;
    if (!isRecord(data) || data.channel !== options.channel) return;
    if (options.accepts(data.message)) options.receive(data.message);
  }
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
