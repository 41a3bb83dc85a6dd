import { Database, isId, newId } from '@app/platform/database';
import type { Feature } from '@app/platform/feature';
import { keysOfViewer } from '@app/people';
import { reportables } from '../reportable.js';

interface NoteRow {
  title: string;
  body: string;
  author_id: string;
  organization_id: string;
}

/** A feature with nothing but notes that can be reported: moderation is tried on it without knowing a real one. */
export const notesFeature: Feature = {
  name: 'notes',
  contributes: [
    reportables.with({
      kind: 'note',
      find: async (get, viewer, id) => {
        const note = isId(id) ? await get(Database).one<NoteRow>(`select * from note where id = $1 and hidden_because is null and audience = any($2)`, [id, keysOfViewer(viewer)]) : null;
        return note && { title: note.title, text: note.body, path: `/notes/${id}`, authorId: note.author_id, organizationId: note.organization_id };
      },
      takeDown: async (get, id, reason) => void (await get(Database).query(`update note set hidden_because = $2, times_hidden = times_hidden + 1 where id = $1 and hidden_because is null`, [id, reason])),
      restore: async (get, id) => void (await get(Database).query(`update note set hidden_because = null where id = $1`, [id])),
    }),
  ],
};

export async function makeNotes(db: Database): Promise<void> {
  await db.query(
    `create table note (id uuid primary key, title text not null, body text not null, author_id uuid, organization_id uuid, audience text not null, hidden_because text, times_hidden integer not null default 0)`,
  );
}

/** A note by somebody for an organization; answers its id. */
export async function aNote(db: Database, by: { authorId: string | null; organizationId: string }, { title = 'A note', body = 'What it says', audience = 'members' } = {}): Promise<string> {
  const id = newId();
  await db.query(`insert into note (id, title, body, author_id, organization_id, audience) values ($1, $2, $3, $4, $5, $6)`, [id, title, body, by.authorId, by.organizationId, audience]);
  return id;
}
