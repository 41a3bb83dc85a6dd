import { Database, newId } from '@app/platform/database';
import type { Chapter } from '@app/platform/story';
import { Accounts } from '@app/people';
import { type Affiliation, type Locale, Organization, type OrganizationKind } from '../organization.entity.js';
import { Organizations } from '../organizations.service.js';
import type { SeatRole } from '../seat.entity.js';

interface InventedOrganization {
  key: string;
  kind: OrganizationKind;
  name: string;
  abbreviation?: string;
  state?: string;
  city?: string;
  locale?: Locale;
  enrollment?: number;
  gradeLow?: string;
  gradeHigh?: string;
  affiliation?: Affiliation;
  laborWord?: 'union' | 'association';
  laborName?: string;
  presenting?: boolean;
  summary?: string;
  latitude?: number;
  longitude?: number;
  people: { key: string; name: string; role: SeatRole; title?: string }[];
}

const FIGURES = 'invented for the demo';

/** The demo's organizations and the people in their seats. All of it is invented; no real district gets invented people. */
export const inventedOrganizations: InventedOrganization[] = [
  {
    key: 'maple-hollow', kind: 'district', name: 'Maple Hollow Unified', state: 'OH', city: 'Maple Hollow', locale: 'suburb', enrollment: 12400, gradeLow: 'PK', gradeHigh: '12',
    affiliation: 'aft', laborWord: 'union', laborName: 'Maple Hollow Federation of Teachers', latitude: 40.1, longitude: -82.9,
    people: [
      { key: 'dana', name: 'Dana Whitfield', role: 'superintendent' },
      { key: 'luis', name: 'Luis Ortega', role: 'board_president' },
      { key: 'ana', name: 'Ana Brandt', role: 'labor_leader', title: 'Union President' },
    ],
  },
  {
    key: 'cedar-ridge', kind: 'district', name: 'Cedar Ridge Public Schools', state: 'MN', city: 'Cedar Ridge', locale: 'town', enrollment: 4100, gradeLow: 'KG', gradeHigh: '12',
    affiliation: 'nea', laborWord: 'association', laborName: 'Cedar Ridge Education Association', presenting: true, latitude: 45.4, longitude: -93.4,
    people: [
      { key: 'ruth', name: 'Ruth Lindqvist', role: 'superintendent' },
      { key: 'omar', name: 'Omar Haddad', role: 'board_president' },
      { key: 'pete', name: 'Pete Novak', role: 'labor_leader', title: 'Association President' },
    ],
  },
  {
    key: 'harbor-point', kind: 'district', name: 'Harbor Point City Schools', state: 'MD', city: 'Harbor Point', locale: 'city', enrollment: 38200, gradeLow: 'PK', gradeHigh: '12',
    affiliation: 'aft', laborWord: 'union', laborName: 'Harbor Point Teachers’ Union', presenting: true, latitude: 39.2, longitude: -76.5,
    people: [
      { key: 'gloria', name: 'Gloria Tennant', role: 'superintendent', title: 'Chief Executive Officer' },
      { key: 'james', name: 'James Okafor', role: 'board_president' },
      { key: 'mei', name: 'Mei-Lin Cho', role: 'labor_leader' },
    ],
  },
  {
    key: 'prairie-view', kind: 'district', name: 'Prairie View Schools', state: 'NE', city: 'Prairie View', locale: 'rural', gradeLow: 'KG', gradeHigh: '12',
    affiliation: 'nea', laborWord: 'association', laborName: 'Prairie View Education Association', latitude: 41.2, longitude: -99.1,
    people: [
      { key: 'tom', name: 'Tom Ackerman', role: 'superintendent' },
      { key: 'carol', name: 'Carol Jensen', role: 'labor_leader' },
    ],
  },
  {
    key: 'lakeshore', kind: 'district', name: 'Lakeshore Valley District', state: 'WI', city: 'Lakeshore', locale: 'suburb', enrollment: 9800, gradeLow: 'PK', gradeHigh: '12',
    affiliation: 'none', laborWord: 'association', latitude: 43.6, longitude: -87.9,
    people: [
      { key: 'priya', name: 'Priya Raman', role: 'superintendent' },
      { key: 'walt', name: 'Walt Becker', role: 'board_president' },
      { key: 'denise', name: 'Denise Fox', role: 'labor_leader' },
    ],
  },
  {
    key: 'forum', kind: 'co_sponsor', name: 'National Forum for School Partnership', abbreviation: 'NFSP', summary: 'Brings superintendents and teachers’ leaders to one table.',
    people: [{ key: 'eleanor', name: 'Eleanor Marsh', role: 'representative', title: 'President' }],
  },
  {
    key: 'alliance', kind: 'co_sponsor', name: 'Alliance of Teacher Locals', abbreviation: 'ATL', summary: 'A federation of local unions and associations.',
    people: [{ key: 'marcus', name: 'Marcus Bell', role: 'representative', title: 'Executive Director' }],
  },
  {
    key: 'council', kind: 'co_sponsor', name: 'Council of Board Leaders', abbreviation: 'CBL', summary: 'Trains and connects members of school boards.',
    people: [{ key: 'nora', name: 'Nora Singh', role: 'representative', title: 'Director of Programs' }],
  },
];

/** Seats the cast. Later chapters recall `organization:KEY` and `person:KEY`. */
export const castChapter: Chapter = {
  name: 'organizations: the cast',
  tell: async (get, story) => {
    const [db, accounts, organizations] = [get(Database), get(Accounts), get(Organizations)];
    for (const { key, people, ...facts } of inventedOrganizations) {
      const organization = await db.of(Organization).save({
        ...facts,
        id: newId(),
        slug: key,
        enrollmentSource: facts.enrollment === undefined ? null : FIGURES,
        invented: true,
        createdAt: story.ago({ days: 40 }),
      });
      await story.remember(`organization:${key}`, organization.id);
      for (const person of people) {
        const account = await accounts.ensure({ email: `${person.key}@${key}.example`, name: person.name, invented: true });
        await organizations.seat(organization.id, person.role, account.id, person.title ?? null);
        await story.remember(`person:${person.key}`, account.id);
      }
    }
    const steward = await accounts.ensure({ email: 'sam@accord.example', name: 'Sam Rivera', invented: true });
    await accounts.makeSteward(steward.id);
    await story.remember('person:sam', steward.id);
  },
};
