import { expect, test } from '@jest/globals';
import { canonicalText, documentOf, hashOf } from './act-document.js';

const draft = { title: 'How we work together', version: 1, text: 'We meet on Tuesdays.\n\nNobody bargains in the hallway.', seats: ['Superintendent, Maple Hollow', 'Union leader, Maple Hollow'] };
const hash = (change: Partial<typeof draft> = {}): string => hashOf(documentOf({ ...draft, ...change }));

test('the hash is that of the document as anybody can compute it', () => {
  expect(documentOf(draft)).toBe(
    'How we work together\nVersion 1\n\nWe meet on Tuesdays.\n\nNobody bargains in the hallway.\n\nTo be signed by\n- Superintendent, Maple Hollow\n- Union leader, Maple Hollow\n',
  );
  // From `printf … | sha256sum`, so that the test does not repeat the code.
  expect(hash()).toBe('3c6843714c16644ee054c402c0dd15f4e1388e30d62f842399b80206062f476a');
});

test('line ends, blanks at the end of lines and the two ways to write é make no other text', () => {
  expect(canonicalText('\r\ncafé \r\nnoir\t\r\n\r\n')).toBe('café\nnoir');
  expect(hash({ text: '\nWe meet on Tuesdays.  \r\n\r\nNobody bargains in the hallway.\n\n' })).toBe(hash());
});

test('a letter, a version or a seat makes another document', () => {
  const others = [{ text: draft.text.replace('Tuesdays', 'Mondays') }, { version: 2 }, { title: 'How we work' }, { seats: draft.seats.slice(0, 1) }, { seats: draft.seats.toReversed() }, { text: draft.text.replace('\n\n', '\n') }];
  expect(new Set([hash(), ...others.map(hash)]).size).toBe(others.length + 1);
});
