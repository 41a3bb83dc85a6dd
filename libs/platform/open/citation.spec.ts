import { expect, test } from '@jest/globals';
import { bibtexOf, citationsOf, cslOf, risOf, type Work } from './citation.js';

const work: Work = { kind: 'report', title: 'Two observers in one room', authors: ['Cedar Ridge'], date: '2027-03-09', publisher: 'Accord', url: 'https://accord.example/case-studies/two-observers' };

test('a work stands in a list of references as each style writes it', () => {
  expect(citationsOf(work)).toEqual({
    apa: 'Cedar Ridge. (2027, March 9). Two observers in one room. Accord. https://accord.example/case-studies/two-observers',
    mla: 'Cedar Ridge. “Two observers in one room.” Accord, 9 Mar. 2027, accord.example/case-studies/two-observers.',
    chicago: 'Cedar Ridge. “Two observers in one room.” Accord. March 9, 2027. https://accord.example/case-studies/two-observers.',
  });
});

test.each([
  ['2011-07', '(2011, July).', 'July 2011', 'July 2011.'],
  ['2011', '(2011).', '2011', '2011.'],
  [null, '(n.d.).', 'Accord, accord.example', 'n.d.'],
])('a date of %s is told as far as it is known', (date, apa, mla, chicago) => {
  const cited = citationsOf({ ...work, date });
  expect(cited.apa).toContain(apa);
  expect(cited.mla).toContain(mla);
  expect(cited.chicago).toContain(chicago);
});

test('several authors, a version and a title that ends with a question', () => {
  const cited = citationsOf({ ...work, title: 'Who decides?', authors: ['A', 'B', 'C'], version: 3 });
  expect(cited.apa).toBe('A, B, & C. (2027, March 9). Who decides? (Version 3). Accord. https://accord.example/case-studies/two-observers');
  expect(cited.mla).toContain('A, B, and C. “Who decides?” Accord, version 3, 9 Mar. 2027');
  expect(cited.chicago).toContain('“Who decides?” Version 3. Accord.');
});

test('what somebody typed ends no field and begins no other', () => {
  const hostile = { ...work, title: 'Evil}},\n  year = {1999}\r\nTY  - BOOK', authors: ['A & B {x} \\input{/etc}'] };
  const bibtex = bibtexOf(hostile);
  expect(bibtex.split('\n').filter((line) => / = /.test(line)).map((line) => line.trim().split(' = ')[0])).toEqual(['title', 'author', 'year', 'month', 'day', 'institution', 'url']);
  expect(bibtex).toContain('A \\& B \\{x\\} \\textbackslash{}input\\{/etc\\}');
  expect(risOf(hostile).split('\r\n').map((line) => line.slice(0, 2))).toEqual(['TY', 'TI', 'AU', 'PY', 'DA', 'PB', 'UR', 'ER', '']);
  expect(cslOf(hostile)).toMatchObject([{ title: 'Evil}}, year = {1999} TY - BOOK', issued: { 'date-parts': [[2027, 3, 9]] } }]);
});
