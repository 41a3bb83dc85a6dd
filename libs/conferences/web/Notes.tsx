import { Button, Dialog, Form, FormActions, Instant, Notice, say, Section, TextArea } from '@app/ui';
import { ReportLink } from '@app/moderation/web';
import { useAct, useGraph, useLive } from '@app/platform/web';
import { useState } from 'react';
import { NOTE_MAX } from '../contract/limits.js';
import type { Conference } from './ConferencePage.js';
import { ConferenceNotesDocument, type ConferenceNotesQuery, NoteAtConferenceDocument, RemoveConferenceNoteDocument } from './notes.generated.js';
import { words } from './words.js';

type Shown = ConferenceNotesQuery['conferenceNotes'][number];
type Note = Shown['notes'][number];

/** For those who came: what each presenting team showed, as the others noted it. */
export function Notes({ conference }: { conference: Conference }) {
  const { data, refetch } = useGraph(ConferenceNotesDocument, { slug: conference.slug });
  useLive(`conference:${conference.id}`, () => void refetch());
  const shown = data?.conferenceNotes ?? [];
  if (shown.length === 0) return null;
  return (
    <Section title={words.notes}>
      <p className="mb-2 text-quiet">{words.notesLead}</p>
      {shown.map((team) => (
        <OfTeam key={team.organizationId} team={team} conferenceId={conference.id} />
      ))}
    </Section>
  );
}

function OfTeam({ team, conferenceId }: { team: Shown; conferenceId: string }) {
  const mine = team.notes.find((note) => note.isMine);
  return (
    <div className="border-t border-line py-2">
      <h3 className="font-semibold">{team.name}</h3>
      {team.notes.length === 0 && <p className="text-quiet">{words.noNotes}</p>}
      <ul>
        {team.notes.map((note) => (
          <li key={note.id} className="my-2 max-w-[65ch] border-l-4 border-line pl-2">
            {note.hiddenReason && <Notice kind="attention" title={words.noteHidden}>{note.hiddenReason}</Notice>}
            <p className="whitespace-pre-line break-words">{note.body}</p>
            <p className="flex flex-wrap items-baseline gap-x-2 text-note text-quiet">
              <span>
                {[note.by ?? words.noteByNobody, note.organizationName].join(', ')}, <Instant at={note.changedAt} form="day" />
              </span>
              {note.isMine ? <RemoveNote note={note} shownBy={team.name} /> : <ReportLink kind="conference-note" id={note.id} />}
            </p>
          </li>
        ))}
      </ul>
      {!mine?.hiddenReason && <WriteNote conferenceId={conferenceId} team={team} mine={mine} />}
    </div>
  );
}

function WriteNote({ conferenceId, team, mine }: { conferenceId: string; team: Shown; mine: Note | undefined }) {
  const button = mine ? words.changeNote : words.writeNote;
  return (
    <Dialog title={words.noteTitle(team.name)} trigger={<Button aria-label={`${button}: ${team.name}`}>{button}</Button>}>
      {(close) => <NoteForm conferenceId={conferenceId} team={team} mine={mine} close={close} />}
    </Dialog>
  );
}

function NoteForm({ conferenceId, team, mine, close }: { conferenceId: string; team: Shown; mine: Note | undefined; close: () => void }) {
  const [body, setBody] = useState(mine?.body ?? '');
  // The writer's own words stay whatever is read anew meanwhile.
  const [revision] = useState(mine?.revision ?? 0);
  const write = useAct(NoteAtConferenceDocument, { idempotent: true, refreshes: ['ConferenceNotes'], onDone: () => say(words.noted, 'success') });
  return (
    <Form label={words.noteTitle(team.name)} errors={write.fields} problem={write.message} onSubmit={() => void write.run({ conferenceId, organizationId: team.organizationId, body, revision }).then((done) => done && close())}>
      <p>{words.noteText}</p>
      <TextArea name="body" label={words.noteField} required rows={8} maxLength={NOTE_MAX} value={body} onChange={setBody} />
      <FormActions>
        <Button type="submit" look="primary" pending={write.pending}>
          {words.saveNote}
        </Button>
        <Button onPress={close}>{words.notYet}</Button>
      </FormActions>
    </Form>
  );
}

function RemoveNote({ note, shownBy }: { note: Note; shownBy: string }) {
  const remove = useAct(RemoveConferenceNoteDocument, { idempotent: true, refreshes: ['ConferenceNotes'], onDone: () => say(words.noteRemoved) });
  return (
    <>
      <Button look="quiet" icon="close" pending={remove.pending} onPress={() => void remove.run({ noteId: note.id })} aria-label={`${words.removeNote}: ${shownBy}`}>
        {words.removeNote}
      </Button>
      {remove.message && (
        <span role="alert" className="text-danger">
          {remove.message}
        </span>
      )}
    </>
  );
}
