/** Anything that stands in a row without gaps: 1, 2, 3 … */
export interface Numbered {
  number: number;
}

export interface KeepUpOptions<Letter extends Numbered> {
  /** The number of the last letter that is shown already; 0 when there is none. */
  after: number;
  /** Asks for what follows a number, in order, at most some at once; an empty answer means that nothing follows. */
  fetchAfter: (number: number) => Promise<readonly Letter[]>;
  /** Is handed each letter exactly once, in order. */
  onLetters: (letters: readonly Letter[]) => void;
  /** How long to wait after a failed question, in milliseconds. */
  pause?: number;
}

export interface KeepUp {
  /** The number of the last letter that was handed on. */
  readonly last: number;
  /** A live message said that there is a letter with this number. */
  heard: (number: number) => void;
  /** The room was entered, for the first time or again: messages may have gone unheard. */
  resume: () => void;
  /** The reader has left; nothing is handed on any more. */
  stop: () => void;
}

/**
 * Keeps a reader up with a row of letters. Live messages may be lost, doubled or late, so they only say that there is
 * something; what there is gets fetched after the last number shown, one question at a time. Since numbers have no
 * gaps and are given in the order of commit, each letter comes once and in order.
 */
export function keepUp<Letter extends Numbered>({ after, fetchAfter, onLetters, pause = 2000 }: KeepUpOptions<Letter>): KeepUp {
  let last = after;
  let wanted = false;
  let asking = false;
  let stopped = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function ask(): Promise<void> {
    if (asking || stopped) return;
    asking = true;
    clearTimeout(timer);
    try {
      while (wanted && !stopped) {
        // Whatever is heard from here on may be missing in the answer and asks again.
        wanted = false;
        const fresh = (await fetchAfter(last)).filter(({ number }) => number > last).toSorted((a, b) => a.number - b.number);
        if (stopped || fresh.length === 0) continue;
        last = fresh[fresh.length - 1]?.number ?? last;
        onLetters(fresh);
        // There may be more than one answer holds.
        wanted = true;
      }
    } catch {
      wanted = true;
      timer = setTimeout(() => void ask(), pause);
    } finally {
      asking = false;
    }
  }

  const want = (): void => {
    wanted = true;
    void ask();
  };
  return {
    get last() {
      return last;
    },
    heard: (number) => {
      if (number > last) want();
    },
    resume: want,
    stop: () => {
      stopped = true;
      clearTimeout(timer);
    },
  };
}
