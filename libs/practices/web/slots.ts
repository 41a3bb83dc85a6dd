import { Slot } from '@app/platform/web';

export interface PracticePartProps {
  id: string;
  slug: string;
  title: string;
  /** The district that does it. */
  districtSlug: string | null;
}

/** What later features show on a practice's page, such as asking its district for mentoring. */
export const practiceSlot = new Slot<PracticePartProps>('practice');
