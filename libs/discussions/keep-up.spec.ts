import { expect, test } from '@jest/globals';
import { keepUp } from './contract/keep-up.js';

const settled = async (): Promise<void> => {
  for (let turn = 0; turn < 50; turn++) await Promise.resolve();
};

const upTo = (last: number) => Array.from({ length: last }, (_, at) => ({ number: at + 1 }));

function aReader(after: number, options: { pageSize?: number; failing?: () => boolean } = {}) {
  const seen: number[] = [];
  const asked: number[] = [];
  const written = { last: after };
  const reader = keepUp({
    after,
    pause: 1,
    fetchAfter: async (number) => {
      asked.push(number);
      if (options.failing?.()) throw new Error('offline');
      return upTo(written.last).slice(number, number + (options.pageSize ?? 100));
    },
    onLetters: (letters) => seen.push(...letters.map((letter) => letter.number)),
  });
  return { reader, seen, asked, written };
}

test('a message that was lost, doubled or late makes no difference to what is shown', async () => {
  const { reader, seen, written } = aReader(3);
  written.last = 6;
  reader.heard(6);
  reader.heard(4);
  reader.heard(6);
  await settled();
  reader.heard(5);
  reader.resume();
  await settled();
  expect(seen).toEqual([4, 5, 6]);
});

test('what is heard while the answer is on its way is asked for again', async () => {
  const { reader, seen, written } = aReader(0);
  written.last = 1;
  reader.heard(1);
  written.last = 2;
  reader.heard(2);
  await settled();
  expect(seen).toEqual([1, 2]);
});

test('somebody who was away for long gets page after page', async () => {
  const { reader, seen, written } = aReader(0, { pageSize: 2 });
  written.last = 5;
  reader.resume();
  await settled();
  expect(seen).toEqual([1, 2, 3, 4, 5]);
});

test('a question that failed is asked again by itself', async () => {
  let failures = 2;
  const { reader, seen, written } = aReader(0, { failing: () => failures-- > 0 });
  written.last = 1;
  reader.heard(1);
  for (let wait = 0; wait < 100 && seen.length === 0; wait++) await new Promise((resolve) => setTimeout(resolve, 2));
  expect(seen).toEqual([1]);
});

test('nothing is asked for what is shown already, and nothing after the reader has left', async () => {
  const { reader, seen, asked, written } = aReader(3);
  reader.heard(2);
  await settled();
  expect(asked).toEqual([]);
  written.last = 4;
  reader.heard(4);
  reader.stop();
  await settled();
  expect(seen).toEqual([]);
});
