import { Slot } from '@app/platform/web';

/** What a part of a resource's page is told. */
export interface ResourcePartProps {
  id: string;
  title: string;
}

/** The page of a resource, above what is said about it: the collections in which it stands. */
export const resourceSlot = new Slot<ResourcePartProps>('resource');
