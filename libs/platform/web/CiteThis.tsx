import { Button, Disclosure, ErrorState, Loading, say } from '@app/ui';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { words } from './words.js';

const STYLES = ['apa', 'mla', 'chicago'] as const;
type Citations = Record<(typeof STYLES)[number], string>;

/** How something that is open to everybody is cited: in three styles to copy, and for citation managers. `path` is its page. */
export function CiteThis({ path }: { path: string }) {
  const [open, setOpen] = useState(false);
  return (
    <div className="mt-4 print:hidden">
      <Disclosure title={words.cite} open={open} onOpenChange={setOpen}>
        {open && <Ways path={path} />}
      </Disclosure>
    </div>
  );
}

function Ways({ path }: { path: string }) {
  const { data, isPending, isFetching, refetch } = useQuery({ queryKey: ['cite', path], queryFn: ({ signal }) => citationsOf(path, signal) });
  if (isPending) return <Loading lines={3} label={words.citing} />;
  if (!data)
    return (
      <ErrorState onRetry={() => void refetch()} retrying={isFetching}>
        <p>{words.notCited}</p>
      </ErrorState>
    );
  return (
    <>
      <dl className="grid gap-2">
        {STYLES.map((style) => (
          <div key={style} className="grid gap-1 sm:grid-cols-[6rem_1fr_auto]">
            <dt className="font-semibold">{words.styles[style]}</dt>
            <dd className="[overflow-wrap:anywhere]">{data[style]}</dd>
            <dd>
              <Button look="quiet" aria-label={words.copyStyle(words.styles[style])} onPress={() => void copy(data[style])}>
                {words.copy}
              </Button>
            </dd>
          </div>
        ))}
      </dl>
      <p className="mt-2 flex flex-wrap gap-x-3 text-note">
        {words.managers.map(({ ending, label }) => (
          <a key={ending} className="ui-link" href={`${path}.${ending}`} download>
            {label}
          </a>
        ))}
      </p>
    </>
  );
}

async function citationsOf(path: string, signal: AbortSignal): Promise<Citations> {
  const answer = await fetch(`${path}.json`, { signal, headers: { accept: 'application/json' } });
  if (!answer.ok) throw new Error(words.notCited);
  return ((await answer.json()) as { citation: Citations }).citation;
}

async function copy(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    say(words.copied);
  } catch {
    say(words.notCopied);
  }
}
