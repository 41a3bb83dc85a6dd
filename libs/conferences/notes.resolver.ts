import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentViewer, DONE, type Done, DoneResult, type Viewer } from '@app/people';
import { type ConferenceNote, ConferenceNotes, type ShownNotes } from './notes.service.js';
import { ConferenceNoteResult, ConferenceShown, NoteAtConferenceInput, RemoveConferenceNoteInput } from './notes.types.js';

@Resolver()
export class ConferenceNotesResolver {
  constructor(private readonly notes: ConferenceNotes) {}

  @Query(() => [ConferenceShown], { description: 'What the presenting teams showed, with the notes on it; empty when you do not belong to the conference.' })
  conferenceNotes(@CurrentViewer() viewer: Viewer, @Args('slug', { type: () => String, description: 'The place of the conference in addresses, such as `denver-2011`.' }) slug: string): Promise<ShownNotes[]> {
    return this.notes.of(viewer, slug);
  }

  @Mutation(() => ConferenceNoteResult, { description: 'Notes something of what a team showed, signed with your name, or changes your own note.' })
  noteAtConference(@CurrentViewer() viewer: Viewer, @Args('input') input: NoteAtConferenceInput): Promise<ConferenceNote> {
    return this.notes.write(viewer, input.conferenceId, input.organizationId, input.body, input.revision);
  }

  @Mutation(() => DoneResult, { description: 'Takes your own note away.' })
  async removeConferenceNote(@CurrentViewer() viewer: Viewer, @Args('input') input: RemoveConferenceNoteInput): Promise<Done> {
    await this.notes.remove(viewer, input.noteId);
    return DONE;
  }
}
