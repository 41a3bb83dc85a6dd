import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { DigestItem } from './section.js';

export interface WrittenSection {
  name: string;
  title: string;
  items: DigestItem[];
}

/** What an edition says to one district; nobody else's seats may read it. */
@Entity('digest_body')
export class DigestBody {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  editionId: string;

  @Column('uuid')
  organizationId: string;

  /** Always `team:` and the organization, by constraint. */
  @Column('text')
  audience: string;

  @Column('jsonb')
  sections: WrittenSection[];

  @Column('timestamptz', { default: () => 'now()' })
  at: Date;
}
