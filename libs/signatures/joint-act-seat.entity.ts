import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A seat that must sign an act: a role of an organization, frozen when the act was proposed, whoever sits there. */
@Entity('joint_act_seat')
export class JointActSeat {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  actId: string;

  @Column('uuid')
  organizationId: string;

  @Column('text')
  role: string;

  /** The seat as the document names it: "Union leader, Maple Hollow Unified". */
  @Column('text')
  words: string;

  @Column('smallint')
  place: number;
}
