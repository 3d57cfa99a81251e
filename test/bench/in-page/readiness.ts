interface Line {
  readonly message?: {readonly type?: string};
}

/** Counts the fields that can be typed into: the stand-in's frames tell the page, whoever mounted them. */
export class Readiness {
  #count = 0;
  #waiting: (() => void)[] = [];

  constructor() {
    addEventListener('message', ({data}: MessageEvent<Line | null>) => {
      if (data?.message?.type !== 'ready') return;
      this.#count++;
      for (const look of this.#waiting) look();
    });
  }

  /** Resolves when so many fields are ready. */
  of(count: number): Promise<void> {
    return new Promise(resolve => {
      const look = () => {
        if (this.#count < count) return;
        this.#waiting = this.#waiting.filter(other => other !== look);
        resolve();
      };
      this.#waiting.push(look);
      look();
    });
  }

  forget(): void {
    this.#count = 0;
  }
}
