import { Database, newId } from '@app/platform/database';
import type { Get } from '@app/platform/feature';
import { Organization } from '../organization.entity.js';

let count = 0;

/** An organization in the directory; a district of Ohio unless said. */
export async function anOrganization(get: Get, facts: Partial<Organization> = {}): Promise<Organization> {
  count += 1;
  return get(Database).of(Organization).save({ id: newId(), kind: 'district', slug: `test-district-${count}`, name: `Test District ${count}`, state: 'OH', createdAt: new Date(), ...facts } as Organization);
}

/** A tidy list of `rows` made-up agencies, as the importer takes it. Row 1 is agency 9000001. */
export function aTidyList(rows: number, change: (at: number) => Partial<Record<string, string>> = () => ({})): string {
  const header = ['nces_lea_id', 'name', 'state', 'city', 'zip', 'county', 'locale_code', 'locale', 'lea_type', 'schools', 'enrollment', 'latitude', 'longitude', 'website', 'phone'];
  const states = ['OH', 'TX', 'CA', 'NE', 'NY'];
  const locales = ['city', 'suburb', 'town', 'rural'];
  const lines = [header.join(',')];
  for (let at = 1; at <= rows; at++) {
    const cells: Record<string, string> = {
      nces_lea_id: String(9_000_000 + at),
      // Every tenth shares its name with the one before, as happens in life.
      name: `Invented Valley ${at % 10 === 0 ? at - 5 : at} Schools`,
      state: states[(at % 10 === 0 ? at - 5 : at) % 5] ?? 'OH',
      city: `Town ${at % 500}`,
      zip: String(10_000 + (at % 80_000)),
      county: `County ${at % 90}`,
      locale_code: '41',
      locale: locales[at % 4] ?? 'rural',
      lea_type: at % 7 === 0 ? 'Regional education service agency' : 'Regular local school district',
      schools: String(at % 40),
      enrollment: at % 13 === 0 ? '' : String((at * 37) % 50_000),
      latitude: '40.1',
      longitude: '-82.9',
      website: 'http://www.example.org',
      phone: '614-555-0100',
      ...change(at),
    };
    lines.push(header.map((name) => cells[name] ?? '').join(','));
  }
  return `${lines.join('\n')}\n`;
}
