import { Injectable } from '@nestjs/common';
import { Database } from '@app/platform/database';
import type { Viewer } from '@app/people';
import { Conferences } from './conferences.service.js';

/** A presenting team as the program tells of it: who they are, and what they do as far as the reader may read it. */
export interface ProgramTeam {
  organizationId: string;
  name: string;
  path: string;
  state: string | null;
  city: string | null;
  summary: string | null;
  enrollment: number | null;
  enrollmentSource: string | null;
  practices: { slug: string; title: string; summary: string; principle: number }[];
}

const PRACTICES = 12;

/** The teams that present at a conference, for those who take their program along on paper. */
@Injectable()
export class ConferencePrograms {
  constructor(
    private readonly db: Database,
    private readonly conferences: Conferences,
  ) {}

  /** By name; empty for whoever does not see which teams come. */
  async of(viewer: Viewer, slug: string): Promise<ProgramTeam[]> {
    const conference = await this.conferences.findBySlug(viewer, slug);
    const presenting = (conference?.teams ?? []).filter((team) => team.presenting).map(({ organizationId }) => organizationId);
    if (presenting.length === 0) return [];
    return this.db.query<ProgramTeam>(
      `select o.id as "organizationId", o.name, case when o.kind = 'district' then '/districts/' else '/organizations/' end || o.slug as path, o.state, o.city, o.summary, o.enrollment, o.enrollment_source as "enrollmentSource",
         (select coalesce(jsonb_agg(jsonb_build_object('slug', p.slug, 'title', p.title, 'summary', p.summary, 'principle', p.principle) order by p.principle, p.title), '[]')
          from (select * from practice p where p.organization_id = o.id and p.audience = any($2) and p.hidden_at is null and p.withdrawn_at is null and p.lapsed_at is null
            order by p.principle, p.title limit ${PRACTICES}) p) as practices
       from organization o where o.id = any($1::uuid[]) order by lower(o.name), o.id`,
      [presenting, viewer.keys],
    );
  }
}
