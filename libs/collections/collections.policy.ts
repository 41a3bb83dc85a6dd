import { mayRead, type Viewer } from '@app/people';
import { speakingSeat } from '@app/organizations';
import { canRun, type ConferenceRow } from '@app/conferences';

/** What the rules need to know of a collection. */
export interface CollectionFacts {
  audience: string;
  organizationId: string;
  authorId: string | null;
  hidden: boolean;
  /** Of a conference: who stands behind it. */
  conference: Pick<ConferenceRow, 'history' | 'sponsors'> | null;
}

/** A collection that was taken down is still there for whoever began it. */
export function canRead(viewer: Viewer | null, collection: CollectionFacts): boolean {
  return mayRead(viewer, collection.audience) && (!collection.hidden || (viewer !== null && viewer.accountId === collection.authorId));
}

/** Its organization keeps it; that of a conference is kept by all who stand behind the conference. */
export function canKeep(viewer: Viewer | null, collection: CollectionFacts): boolean {
  if (viewer === null || !canRead(viewer, collection)) return false;
  return speakingSeat(viewer, collection.organizationId) !== null || (collection.conference !== null && canRun(viewer, collection.conference));
}
