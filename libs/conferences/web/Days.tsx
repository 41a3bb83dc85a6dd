import { Day } from '@app/ui';
import { words } from './words.js';

/** The days of a conference, or that nobody knows them. */
export function Days({ first, last }: { first: string | null; last: string | null }) {
  if (!first) return <>{words.daysUnknown}</>;
  return (
    <>
      <Day on={first} />
      {last && last !== first && (
        <>
          {words.to}
          <Day on={last} />
        </>
      )}
    </>
  );
}
