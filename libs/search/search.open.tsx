import { controlOf, FormField, type OpenPage, SendButton } from '@app/platform/open';
import { Invalid } from '@app/platform/graphql';
import type { Get } from '@app/platform/feature';
import { STATE_NAMES } from '@app/organizations/contract';
import { vocabulary } from '@app/framework';
import { Search, type SearchFound, type SearchHit, type TextPart } from './search.service.js';
import { ENDORSED } from './search.types.js';

const SHOWN = 30;
const A_WORD = /^[a-z][a-z0-9_-]{0,39}$/;
const say = {
  title: 'Search',
  lead: 'Practices, resources and the text inside their files, case studies, collections and districts: all that everybody may read.',
  box: 'Words, a district, a title',
  go: 'Search',
  results: (count: number) => (count === 0 ? 'Nothing that everybody may read fits.' : count >= 2000 ? '2,000 or more results.' : count === 1 ? 'One result.' : `${count.toLocaleString('en-US')} results.`),
  instead: (words: string, some: boolean) => `Nothing has the words as they were typed. These have ${some ? 'some of ' : ''}“${words}”.`,
  some: 'Nothing has all of these words. These have some of them.',
  narrowed: (by: readonly string[]) => `Narrowed to: ${by.join('; ')}.`,
  anything: 'Look again without these filters',
  more: 'Members find more: conversations and what districts share among themselves.',
  kind: 'Kind',
  principle: 'Principle',
  state: 'State',
  form: 'Form',
  licence: 'Licence',
  endorsed: 'Endorsed by',
  sides: { labor: 'the labor side', management: 'the management side', both_sides: 'both sides of a district' },
  readable: (value: string) => value.charAt(0).toUpperCase() + value.slice(1).replaceAll(/[_-]/g, ' '),
};

/** What is looked for, by the same address as in the web app. */
function wishIn(query: URLSearchParams) {
  const word = (name: string): string | null => (A_WORD.test(query.get(name) ?? '') ? query.get(name) : null);
  const state = query.get('state') ?? '';
  const kind = word('kind');
  return {
    text: (query.get('q') ?? '').slice(0, 200).trim(),
    kinds: kind ? [kind] : null,
    principle: vocabulary.principles.find(({ number }) => String(number) === query.get('principle'))?.number ?? null,
    state: /^[A-Z]{2}$/.test(state) ? state : null,
    form: word('form'),
    licence: word('licence'),
    endorsed: ENDORSED.find((one) => one === query.get('endorsed')) ?? null,
    countFacets: false,
  };
}

type Wish = ReturnType<typeof wishIn>;

function wordsOf({ kinds, principle, state, form, licence, endorsed }: Wish): string[] {
  const known = vocabulary.principles.find(({ number }) => number === principle);
  return [
    kinds && `${say.kind}: ${kinds.map(say.readable).join(', ')}`,
    known && `${say.principle}: ${known.number} ${known.shortName}`,
    state && `${say.state}: ${STATE_NAMES[state] ?? state}`,
    form && `${say.form}: ${say.readable(form)}`,
    licence && `${say.licence}: ${say.readable(licence)}`,
    endorsed && `${say.endorsed}: ${say.sides[endorsed]}`,
  ].filter((words): words is string => Boolean(words));
}

/** The search for whoever has no session, or no script. Nothing is looked for before something is asked. */
export const searchPage: OpenPage = {
  path: '/search',
  unlisted: true,
  read: async (get, { query }) => {
    const wish = wishIn(query);
    const by = wordsOf(wish);
    const found = wish.text || by.length > 0 ? await look(get, wish, query.get('after')) : null;
    const next = found?.pageInfo.hasNextPage ? new URLSearchParams([...[...query].filter(([name]) => name !== 'after'), ['after', found.pageInfo.endCursor ?? '']]) : null;
    return {
      path: '/search',
      title: wish.text ? `${say.title}: ${wish.text}` : say.title,
      description: say.lead,
      type: 'website',
      modified: new Date(),
      lead: say.lead,
      body: (
        <>
          <form method="get" action="/search" role="search">
            <FormField name="q" label={say.box}>
              <input {...controlOf('q')} type="search" maxLength={200} defaultValue={wish.text} />
            </FormField>
            <SendButton>{say.go}</SendButton>
          </form>
          {by.length > 0 && (
            <p>
              {say.narrowed(by)}{' '}
              <a href={`/search?${new URLSearchParams({ q: wish.text }).toString()}`} className="ui-link">
                {say.anything}
              </a>
            </p>
          )}
          {found && <Results found={found} />}
        </>
      ),
      next: next && `/search?${next.toString()}`,
    };
  },
};

/** A place in the results that this server did not make is the beginning. */
function look(get: Get, wish: Wish, after: string | null): Promise<SearchFound> {
  return get(Search)
    .find(null, wish, { first: SHOWN, after })
    .catch((error: unknown) => {
      if (error instanceof Invalid && after) return get(Search).find(null, wish, { first: SHOWN });
      throw error;
    });
}

function Results({ found: { nodes, totalCount, didYouMean, loosened } }: { found: SearchFound }) {
  return (
    <>
      <p>
        <strong>{say.results(totalCount ?? nodes.length)}</strong> {didYouMean ? say.instead(didYouMean, loosened) : loosened && say.some}
      </p>
      <ol>
        {nodes.map((hit) => (
          <li key={`${hit.kind} ${hit.id}`}>
            <a href={hit.path} className="ui-link">
              <Marked parts={hit.title} />
            </a>
            <p>{placeOf(hit)}</p>
            <p>
              <Marked parts={hit.excerpt} />
            </p>
          </li>
        ))}
      </ol>
      <p>{say.more}</p>
    </>
  );
}

/** What kind of thing it is, and whose. */
function placeOf({ kind, organizationName, state, part }: SearchHit): string {
  return [say.readable(kind), organizationName, state, part].filter(Boolean).join(', ');
}

function Marked({ parts }: { parts: readonly TextPart[] }) {
  return parts.map(({ text, hit }, at) => (hit ? <mark key={at} className="plain-hit">{text}</mark> : text));
}
