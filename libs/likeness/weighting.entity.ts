import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LikenessLevels } from './contract/index.js';

/** How much each feature matters unless a reader says otherwise, as a steward has set it. The latest applies; the earlier ones stay to be looked up. */
@Entity('likeness_weighting')
export class Weighting {
  @PrimaryColumn('uuid')
  id: string;

  @Column('jsonb')
  levels: LikenessLevels;

  @Column('uuid', { nullable: true })
  authorId: string | null;

  @Column('timestamptz')
  at: Date;
}
