import { Slot } from '@app/platform/web';

/** What an act on a resource is told: which one, and where it stands. */
export interface ResourcePartProps {
  /** As it stands in a report: `resource`. */
  kind: string;
  id: string;
  path: string;
}

/** The foot of a resource's page: quiet acts of later features. */
export const resourceSlot = new Slot<ResourcePartProps>('resource');
