import { Slot } from '@app/platform/web';

/** What a part of a district's page is told: whose page it stands on. */
export interface DistrictPartProps {
  id: string;
  slug: string;
  name: string;
}

/** What another order of the directory is told: the same question that the list answers. */
export interface DirectoryPartProps {
  /** What is looked for and narrowed to, as the server takes it. */
  filters: Readonly<Record<string, string | null>>;
  /** The order that the address names; null is by name. */
  order: string | null;
  onOrder: (order: string | null) => void;
}

/** The directory, above its list, for those who belong to a team and stewards: other orders, which show their own list when they are chosen. */
export const directorySlot = new Slot<DirectoryPartProps>('directory');

/** The district page, below who they are and who sits there: practices, resources, threads add their part here. */
export const districtSlot = new Slot<DistrictPartProps>('district');

/** The page of an organization that is no district, below who speaks for it. */
export const organizationSlot = new Slot<DistrictPartProps>('organization');
