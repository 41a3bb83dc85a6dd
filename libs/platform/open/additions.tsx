import type { ReactNode } from 'react';
import { Contributions, type Get } from '@app/platform/feature';
import { openParts } from './open.js';
import { Part } from './parts.js';

/** All that other features add to an open page: the parts in the order of the features, their facts, and the latest change among them. */
export async function additionsTo(get: Get, page: string, key: string): Promise<{ body: ReactNode; facts: Record<string, unknown>; modified: Date | null }> {
  const parts = get(Contributions).of(openParts).filter((part) => part.page === page);
  const read = (await Promise.all(parts.map((part) => part.read(get, key)))).filter((part) => part !== null);
  return {
    body: read.map(({ title, body }) => (
      <Part key={title} title={title}>
        {body}
      </Part>
    )),
    facts: Object.assign({}, ...read.map(({ facts }) => facts)) as Record<string, unknown>,
    modified: read.reduce<Date | null>((latest, { modified }) => (modified && (!latest || modified > latest) ? modified : latest), null),
  };
}
