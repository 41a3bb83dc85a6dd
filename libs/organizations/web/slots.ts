import { Slot } from '@app/platform/web';

/** What a part of a district's page is told: whose page it stands on. */
export interface DistrictPartProps {
  id: string;
  slug: string;
  name: string;
}

/** The district page, below who they are and who sits there: practices, resources, threads add their part here. */
export const districtSlot = new Slot<DistrictPartProps>('district');
