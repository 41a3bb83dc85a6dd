import { Database } from '@app/platform/database';
import { FileTextExtracted, FileTexts } from '@app/platform/files';
import { feed, type SearchDraft, type SearchSource } from '@app/platform/search';
import { type Licence, LICENCE_WORDS } from './contract/licences.js';
import { hostOf } from './link.js';
import { plain } from './plain.js';
import { BOTH_SIDES, ENDORSED } from './resources.queries.js';
import { ResourceChanged, ResourceEndorsed, ResourcePosted, ResourceRemoved, ResourcesImported } from './resources.events.js';

interface FoundRow {
  id: string;
  form: string;
  title: string;
  summary: string;
  body: string | null;
  url: string | null;
  file_id: string | null;
  file_name: string | null;
  file_description: string | null;
  audience: string;
  organization_id: string;
  principles: number[];
  topics: string[];
  created_at: Date;
  licence: Licence;
  link_title: string | null;
  link_description: string | null;
  both_sides: number;
  sides: string[];
  superseded_by: string | null;
}

/** The words of a file's name that its title does not have. */
function nameWords({ title, file_name }: FoundRow): string {
  const known = new Set(title.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
  return (file_name?.match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => !known.has(word.toLowerCase())).join(' ');
}

/** Resources in the one search box: their title, what is said of them, the words of a text, the host of a link, the name of a file, what a picture shows and the words in it. */
export const resourceSource: SearchSource = {
  kind: 'resource',
  feeds: [
    feed(ResourcePosted, ({ resourceId }) => [resourceId]),
    feed(ResourceChanged, ({ resourceId }) => [resourceId]),
    feed(ResourceRemoved, ({ resourceId }) => [resourceId]),
    feed(ResourceEndorsed, ({ resourceId }) => [resourceId]),
    feed(ResourcesImported, ({ ids }) => ids),
    feed(FileTextExtracted, ({ attachedKind, attachedId }) => (attachedKind === 'resource' && attachedId ? [attachedId] : [])),
  ],
  read: async (get, ids): Promise<SearchDraft[]> => {
    const rows = await get(Database).query<FoundRow>(
      `select r.*, f.original_name as file_name, f.description as file_description, l.title as link_title, l.description as link_description, ${BOTH_SIDES('r')} as both_sides,
         array(select distinct e.side from ${ENDORSED('r')} order by 1) as sides
       from resource r left join file f on f.id = r.file_id left join resource_link l on l.resource_id = r.id where r.id = any($1::uuid[]) and r.hidden_at is null`,
      [ids],
    );
    const texts = await get(FileTexts).partsOf(rows.flatMap(({ file_id }) => file_id ?? []));
    return rows.map((row) => ({
      id: row.id,
      title: row.title,
      body: [plain(row.summary), row.body && plain(row.body), nameWords(row), row.file_description, row.url && hostOf(row.url), row.link_title, row.link_description, LICENCE_WORDS[row.licence].label, row.both_sides > 0 && 'endorsed by both sides'].filter(Boolean).join(' '),
      parts: (texts.get(row.file_id ?? '') ?? []).map(({ label, text }) => ({ label, text })),
      audience: row.audience,
      path: `/library/${row.id}`,
      organizationId: row.organization_id,
      principles: row.principles,
      topics: row.topics,
      form: row.form,
      licence: row.licence,
      endorsed: row.both_sides > 0 ? [...row.sides, 'both_sides'] : row.sides,
      supersededBy: row.superseded_by,
      at: row.created_at,
    }));
  },
  all: async (get) => (await get(Database).query<{ id: string }>(`select id from resource where hidden_at is null order by id`)).map(({ id }) => id),
};
