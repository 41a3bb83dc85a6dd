import { Injectable } from '@nestjs/common';
import { Database, newId } from '@app/platform/database';
import { Events } from '@app/platform/events';
import { Conflict, Invalid } from '@app/platform/graphql';
import { needSteward, type Viewer } from '@app/people';
import type { AddOrganizationInput } from './affiliates.types.js';
import { slugOf } from './import/slug.js';
import { Organization } from './organization.entity.js';
import { OrganizationChanged } from './organizations.events.js';

/** Organizations that no federal list names: stewards add state teams, co-sponsors of any level, foundations. */
@Injectable()
export class Additions {
  constructor(
    private readonly db: Database,
    private readonly events: Events,
  ) {}

  async add(viewer: Viewer, { kind, name, abbreviation, level, state, summary }: AddOrganizationInput): Promise<Organization> {
    needSteward(viewer);
    if (kind === 'co_sponsor' && !level) throw new Invalid({ level: 'Choose how far its work reaches.' });
    if (!state && (kind === 'state_team' || level === 'state')) throw new Invalid({ state: 'Choose the state.' });
    return this.db.transaction(async () => {
      const id = newId();
      const facts = { id, kind, name, abbreviation: abbreviation || null, level: kind === 'co_sponsor' ? (level ?? null) : null, state: state ?? null, summary: summary || null };
      // Names are not unique and addresses are: the second of a name gets a number.
      for (let at = 1; at <= 20; at++) {
        const slug = at === 1 ? slugOf(name) : `${slugOf(name)}-${at}`;
        const made = await this.db.query(
          `insert into organization (id, kind, slug, name, abbreviation, level, state, summary)
           select id, kind, $2, name, abbreviation, level, state, summary from jsonb_populate_record(null::organization, $1::jsonb) on conflict do nothing returning id`,
          [JSON.stringify(facts), slug],
        );
        if (made.length > 0) {
          await this.events.publish(OrganizationChanged, { organizationId: id });
          return this.db.of(Organization).findOneByOrFail({ id });
        }
        if (kind === 'state_team' && (await this.db.one(`select 1 from organization where kind = 'state_team' and state = $1 and not invented`, [state]))) throw new Conflict('This state has a team already.');
      }
      throw new Conflict('Too many organizations have this name. Add something that tells it from the others.');
    });
  }
}
