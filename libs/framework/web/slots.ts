import { Slot } from '@app/platform/web';

export interface PrinciplePartProps {
  number: number;
  name: string;
}

/** What later features show on a principle's page: who practises it, what has been written, what is being said. */
export const principleSlot = new Slot<PrinciplePartProps>('principle');
