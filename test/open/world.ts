import { SaxesParser } from 'saxes';
import { newId } from '@app/platform/database';
import { aCollection } from '@app/collections/testing';
import { Organizations } from '@app/organizations';
import { aPractice } from '@app/practices/testing';
import { aResource } from '@app/resources/testing';
import { type Actor, type Loose, openHouse, type TestHouse } from '../setup/house.js';

/** What somebody may write who means no good, in the words of each format that it could end up in. */
export const HOSTILE = `</title></script><script>alert(1)</script> ]]> --> <!--#x--> {{x}} $& $\` "quoted" 'single' & <b>bold</b>`;
export const FORMULA = '=HYPERLINK("https://evil.example","x")';
export const BASE = 'https://accord.example';

/** A district with things that everybody may read and things that are its own, told apart by their words. */
export interface Town {
  id: string;
  slug: string;
  lead: Actor;
  /** In every private thing of the town, and nowhere else. */
  secret: string;
  open: { practice: string; resource: string; caseStudy: string; collection: string };
  closed: { practice: string; resource: string; caseStudy: string; collection: string };
}

export async function openWorld(): Promise<{ house: TestHouse; towns: [Town, Town] }> {
  const house = await openHouse({ PUBLIC_URL: BASE });
  const towns: [Town, Town] = [await settle(house, 'maple-open', 'Quetzalword'), await settle(house, 'cedar-open', 'Xylophonword')];
  await house.settle();
  return { house, towns };
}

async function settle(house: TestHouse, slug: string, secret: string): Promise<Town> {
  const id = newId();
  await house.db.query(`insert into organization (id, kind, slug, name, state, city, enrollment) values ($1, 'district', $2, $3, 'OH', 'Springfield', 900)`, [id, slug, slug === 'maple-open' ? 'Maple <i>Open</i> & Sons' : 'Cedar Open']);
  const lead = await house.as(`lead@${slug}.example`);
  await house.get(Organizations).seat(id, 'superintendent', lead.accountId ?? '');
  const by = { organizationId: id, authorId: lead.accountId ?? '' };
  const practice = async (more: Record<string, unknown>): Promise<string> => {
    const made: Loose = await lead.act('sharePractice', aPractice(more), '... on Practice { slug }');
    return made.slug;
  };
  const caseStudy = async (title: string, words: string, out: boolean): Promise<string> => {
    const studyId = newId();
    await house.db.query(
      `insert into case_study (id, slug, title, district_id, assigned_for, audience, principles, state, created_at, changed_at, confirmed_at, published_at, context, process, tools, outcomes, how)
       values ($1, $2, $3, $4, $4, $5, '{3}', $6, now(), now(), case when $7 then now() end, case when $7 then now() end, $8, $8, $8, $8, $8)`,
      [studyId, `${slug}-${studyId.slice(-6)}`, title, id, out ? 'public' : `team:${id}`, out ? 'published' : 'draft', out, words],
    );
    return `${slug}-${studyId.slice(-6)}`;
  };
  const collection = async (title: string, audience: string, things: string[]): Promise<string> => {
    const made = await aCollection(house, by, { title, summary: title, audience, things });
    return (await house.db.one<{ slug: string }>(`select slug from collection where id = $1`, [made]))?.slug ?? '';
  };
  const closedResource = await aResource(house, by, { title: `${secret} plan`, summary: secret, body: secret, audience: `team:${id}`, principles: [3] });
  const openResource = await aResource(house, by, { title: `Rubric ${HOSTILE}`, summary: HOSTILE, body: `**Bold** ${HOSTILE}\n\n[link](javascript:alert(1))`, audience: 'public', principles: [3], topics: ['time-and-schedules'], licence: 'cc_by' });
  return {
    id, slug, lead, secret,
    open: {
      practice: await practice({ principle: 3, title: `Board rates itself ${HOSTILE}`.slice(0, 140), summary: `${FORMULA} ${HOSTILE} and more`, story: `How it came about. ${HOSTILE}` }),
      resource: openResource,
      caseStudy: await caseStudy(`Two observers ${HOSTILE}`, HOSTILE, true),
      collection: await collection(`Shelf ${HOSTILE}`.slice(0, 100), 'public', [closedResource, openResource]),
    },
    closed: {
      practice: await practice({ principle: 3, title: `${secret} between members`, summary: `${secret} is what members read of us.`, audience: 'members' }),
      resource: closedResource,
      caseStudy: await caseStudy(`${secret} draft`, secret, false),
      collection: await collection(`${secret} shelf`, `team:${id}`, [closedResource]),
    },
  };
}

/** Every address of a town's own things, open or closed. */
export const pathsOf = ({ practice, resource, caseStudy, collection }: Town['open']): string[] => [`/practices/${practice}`, `/library/${resource}`, `/case-studies/${caseStudy}`, `/collections/${collection}`];

export interface XmlElement {
  name: string;
  text: string;
  attributes: Record<string, string>;
}

/** The elements of a well-formed document in their order; throws where it is not. */
export function elementsOf(document: string): XmlElement[] {
  const found: XmlElement[] = [];
  const open: XmlElement[] = [];
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', (tag) => {
    const element = { name: tag.name, text: '', attributes: Object.fromEntries(Object.entries(tag.attributes).map(([name, value]) => [name, value.value])) };
    found.push(element);
    open.push(element);
  });
  const say = (text: string): void => {
    for (const element of open) element.text += text;
  };
  parser.on('text', say);
  parser.on('cdata', say);
  parser.on('closetag', () => void open.pop());
  parser.write(document).close();
  return found;
}
