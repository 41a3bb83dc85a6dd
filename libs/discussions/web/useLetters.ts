import { ask, type LiveMessage, useGraph, useLive, useRefresh, useSessionInfo } from '@app/platform/web';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { type KeepUp, keepUp } from '../contract/keep-up.js';
import { LETTERS_A_PAGE, LETTERS_AT_ONCE, threadRoom } from '../contract/limits.js';
import { type LetterPartsFragment, LettersSinceDocument, ThreadPageDocument } from './Thread.generated.js';

export type LetterWords = LetterPartsFragment;

/**
 * The letters of a thread from a number on. While the last one is shown, new ones arrive by themselves, each once and
 * in order, also after a lost connection; before the end is shown only their count does.
 */
export function useLetters(threadId: string, after: number) {
  const session = useSessionInfo();
  const refresh = useRefresh();
  const page = useGraph(ThreadPageDocument, { id: threadId, after });
  const thread = page.data?.thread ?? null;
  const base = thread?.posts.nodes;

  /** What came after the first page: read on by hand, arrived by itself, or changed meanwhile; by number. */
  const [later, setLater] = useState<ReadonlyMap<number, LetterWords>>(new Map());
  const [arrived, setArrived] = useState<ReadonlySet<number>>(new Set());
  const [highest, setHighest] = useState(0);
  const [atEnd, setAtEnd] = useState(false);
  const [morePending, setMorePending] = useState(false);

  const put = useCallback((letters: readonly LetterWords[]) => setLater((before) => new Map([...before, ...letters.map((letter) => [letter.number, letter] as const)])), []);
  const shown = useMemo(() => {
    const byNumber = new Map((base ?? []).map((letter) => [letter.number, letter] as const));
    for (const [number, letter] of later) byNumber.set(number, letter);
    return [...byNumber.values()].toSorted((one, other) => one.number - other.number);
  }, [base, later]);
  const last = shown[shown.length - 1]?.number ?? after;
  const complete = atEnd || (thread !== null && !thread.posts.pageInfo.hasNextPage);

  // Once at the end, always at the end: the first page read anew would say that more follows, and it is shown already.
  useEffect(() => {
    if (complete) setAtEnd(true);
  }, [complete]);

  // Keeps up only once the end is shown: before that, letters would arrive far below what is being read.
  const keeper = useRef<KeepUp | null>(null);
  const lastNow = useRef(last);
  useEffect(() => {
    lastNow.current = last;
  });
  useEffect(() => {
    if (!complete) return;
    const keeping = keepUp<LetterWords>({
      after: lastNow.current,
      fetchAfter: async (number) => (await ask(LettersSinceDocument, { threadId, after: number, first: LETTERS_A_PAGE })).postsSince,
      onLetters: (letters) => {
        put(letters);
        setArrived((before) => new Set([...before, ...letters.map(({ number }) => number)]));
      },
    });
    keeper.current = keeping;
    keeping.resume();
    return () => {
      keeping.stop();
      keeper.current = null;
    };
  }, [complete, put, threadId]);

  async function reread(number: number): Promise<void> {
    const [letter] = (await ask(LettersSinceDocument, { threadId, after: number - 1, first: 1 })).postsSince;
    if (letter?.number === number) put([letter]);
  }

  /** Asks again for what is shown, in place, so that nothing jumps. */
  async function rereadAll(): Promise<void> {
    for (let number = after; number < last; ) {
      const letters = (await ask(LettersSinceDocument, { threadId, after: number, first: LETTERS_AT_ONCE })).postsSince.filter((letter) => letter.number <= last);
      if (letters.length === 0) return;
      put(letters);
      number = letters[letters.length - 1]?.number ?? last;
    }
  }

  function hear(message: LiveMessage): void {
    const number = Number(message['number'] ?? 0);
    if (message.kind === 'changed') refresh('ThreadPage');
    else if (message.kind === 'post') {
      setHighest((before) => Math.max(before, number));
      keeper.current?.heard(number);
    } else if (number > after && number <= last) void reread(number).catch(() => undefined);
  }

  useLive(session?.person && thread ? threadRoom(threadId) : null, hear, {
    onEntered: () => keeper.current?.resume(),
    // While away, letters may have been changed or taken back as well.
    onResume: () => {
      refresh('ThreadPage');
      void rereadAll().catch(() => undefined);
    },
  });

  async function more(): Promise<void> {
    setMorePending(true);
    try {
      const { postsSince } = await ask(LettersSinceDocument, { threadId, after: last, first: LETTERS_A_PAGE });
      put(postsSince);
      if (postsSince.length < LETTERS_A_PAGE) setAtEnd(true);
    } catch {
      // The button stays and can be pressed again.
    } finally {
      setMorePending(false);
    }
  }

  return {
    thread,
    isPending: page.isPending,
    error: page.error,
    refetch: () => void page.refetch(),
    letters: shown,
    last,
    complete,
    more,
    morePending,
    /** Letters that exist beyond the ones shown. */
    beyond: complete ? 0 : Math.max(highest, thread?.lastPostNumber ?? 0) - last,
    /** Numbers of those that came while the page was open. */
    arrived,
    seen: useCallback(() => setArrived(new Set()), []),
    put,
    /** One's own letter is in: whatever stands before it is fetched with it. */
    written: (number: number) => keeper.current?.heard(number),
  };
}
