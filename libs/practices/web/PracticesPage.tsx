import { ErrorState, LinkButton, Loading, PageHeader, SearchField, Select } from '@app/ui';
import { useGraph, useSessionInfo, useTitle } from '@app/platform/web';
import { useEffect, useState } from 'react';
import { useSearchParams } from 'react-router';
import { FoundList } from './FoundList.js';
import { GridView } from './GridView.js';
import type { Instrument } from './InstrumentMark.js';
import { PracticeGridDocument } from './practices.generated.js';
import { words } from './words.js';

const ANY = 'any';
const instruments: readonly Instrument[] = ['contract', 'mou', 'policy', 'practice'];
const options = [{ value: ANY, label: words.anyInstrument }, ...instruments.map((value) => ({ value, label: words.instruments[value] }))];

/** Who does what: the grid, or what was found when something is looked for. */
export default function PracticesPage() {
  useTitle(words.title);
  const [params, setParams] = useSearchParams();
  const session = useSessionInfo();
  const search = params.get('q') ?? '';
  const instrument = instruments.find((known) => known === params.get('by'));
  const looking = search !== '' || instrument !== undefined;

  function look(q: string, by: string | undefined) {
    setParams({ ...(q ? { q } : {}), ...(by && by !== ANY ? { by } : {}) }, { replace: true, preventScrollReset: true });
  }

  return (
    <>
      <PageHeader title={words.title} lead={words.lead} />
      <div className="mb-4 flex flex-wrap items-end justify-between gap-2 print:hidden">
        <search className="grid grow gap-2 sm:max-w-[40rem] sm:grid-cols-[1fr_15rem]">
          <Finder value={search} onFind={(q) => look(q, instrument)} />
          <Select label={words.holdsBy} required options={options} value={instrument ?? ANY} onChange={(by) => look(search, by)} />
        </search>
        {session?.isMember && (
          <LinkButton look="primary" to="/practices/new">
            {words.share}
          </LinkButton>
        )}
      </div>
      {looking ? <FoundList search={search} instrument={instrument} onBack={() => look('', undefined)} /> : <TheGrid />}
    </>
  );
}

const PAUSE = 300;

/** Looks things up when one stops typing, or at once on Enter. */
function Finder({ value, onFind }: { value: string; onFind: (q: string) => void }) {
  const [text, setText] = useState(value);
  useEffect(() => setText(value), [value]);
  useEffect(() => {
    if (text.trim() === value) return;
    const timer = setTimeout(() => onFind(text.trim()), PAUSE);
    return () => clearTimeout(timer);
  });
  return <SearchField label={words.find} placeholder={words.findPlaceholder} value={text} onChange={setText} onSubmit={(q) => onFind(q.trim())} />;
}

function TheGrid() {
  const { data, error, isFetching, refetch } = useGraph(PracticeGridDocument, {});
  if (data) return <GridView grid={data.practiceGrid} principles={data.principles} />;
  if (error)
    return (
      <ErrorState title={words.failed} onRetry={() => void refetch()} retrying={isFetching}>
        <p>{error.message}</p>
      </ErrorState>
    );
  return <Loading lines={12} label={words.loading} />;
}
